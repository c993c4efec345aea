/** What WeChat Pay refuses: its code, the HTTP status that goes with it, and words where a case has none of its own. */
const REFUSALS = {
  PARAM_ERROR: [400, '参数错误'],
  INVALID_REQUEST: [400, '无效请求'],
  SIGN_ERROR: [401, '签名错误，请检查后再试'],
  NO_AUTH: [403, '商户无权限'],
  MCH_NOT_EXISTS: [400, '商户号不存在'],
  APPID_MCHID_NOT_MATCH: [400, '商户号和APPID不匹配'],
  OUT_TRADE_NO_USED: [403, '商户订单号重复'],
  ORDERPAID: [400, '该订单已支付'],
  ORDER_CLOSED: [400, '订单已关闭'],
  ORDER_NOT_EXIST: [404, '订单不存在'],
  RESOURCE_NOT_EXISTS: [404, '查询的资源不存在'],
  NOT_ENOUGH: [403, '基本账户余额不足，请充值后重新发起'],
  NO_STATEMENT_EXIST: [400, '账单文件不存在'],
  STATEMENT_CREATING: [400, '账单生成中'],
  FREQUENCY_LIMITED: [429, '频率限制'],
  SYSTEM_ERROR: [500, '系统错误'],
} as const

export type PayRefusalCode = keyof typeof REFUSALS

export const payRefusalCodes = Object.keys(REFUSALS) as [PayRefusalCode, ...PayRefusalCode[]]

/** Ends a request as WeChat Pay refuses it. */
export class PayRefused extends Error {
  readonly status: number

  constructor(
    readonly code: PayRefusalCode,
    message?: string,
  ) {
    const [status, usual] = REFUSALS[code]
    super(message ?? usual)
    this.status = status
  }
}
