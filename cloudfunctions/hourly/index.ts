import { serveTimer } from '../runtime/serveTimer'
import { settleDue } from '../usecases/member/settleDue'

/** What falls due by the business day: hourly, since nobody says in which zone the platform reads a daily trigger. */
export const main = serveTimer('hourly', { settleDue })
