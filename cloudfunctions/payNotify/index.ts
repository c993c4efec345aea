import { answerNotice } from '../runtime/answerNotice'
import { serveHttp } from '../runtime/serveHttp'
import { takeNotice } from '../usecases/payments/takeNotice'

export const main = serveHttp('payNotify', answerNotice(takeNotice))
