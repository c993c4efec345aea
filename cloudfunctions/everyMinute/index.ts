import { serveTimer } from '../runtime/serveTimer'
import { drainTails } from '../usecases/books/drainTails'
import { refreshRollups } from '../usecases/overview/refreshRollups'

export const main = serveTimer('everyMinute', { drainTails, refreshRollups })
