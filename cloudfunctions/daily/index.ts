import { serveTimer } from '../runtime/serveTimer'
import { auditNightly } from '../usecases/books/auditTimers'

export const main = serveTimer('daily', { auditNightly })
