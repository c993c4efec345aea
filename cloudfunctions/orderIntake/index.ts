import { serveHttp } from '../runtime/serveHttp'
import { receive } from '../usecases/orderIntake/receive'

export const main = serveHttp('orderIntake', receive)
