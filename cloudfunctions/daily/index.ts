import { serveTimer } from '../runtime/serveTimer'
import { auditNightly } from '../usecases/books/auditNightly'

export const main = serveTimer('daily', { auditNightly })
