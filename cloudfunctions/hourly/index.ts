import { serveTimer } from '../runtime/serveTimer'
import { expireDue } from '../usecases/points/expireDue'

/** What falls due by the business day: hourly, since nobody says in which zone the platform reads a daily trigger. */
export const main = serveTimer('hourly', { expireDue })
