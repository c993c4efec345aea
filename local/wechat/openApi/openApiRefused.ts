/** What WeChat's interface refuses, by its code, in its own words. */
const REFUSALS = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40125: 'invalid appsecret',
  40169: 'invalid length for scene, or the data is not json string',
  41030: 'invalid page',
  41001: 'access_token missing',
  42001: 'access_token expired',
  45009: 'reach max api daily quota limit',
  47001: 'data format error',
  10060001: '支付单不存在',
  10060003: '支付单已使用重新发货机会',
  10060004: '支付单处于不可发货的状态',
  10060005: '物流类型有误',
  10060006: '非快递发货时不允许分拆发货',
  10060008: '商品描述字段不能为空',
  10060009: '商品描述字段太长',
  10060014: '参数错误',
  10060023: '发货信息未更新',
  10060031: '订单不属于该用户',
  268485216: '上传时间非法，请按照 RFC 3339 格式填写',
} as const

export type OpenApiCode = keyof typeof REFUSALS

/** Ends a request as WeChat refuses it. */
export class OpenApiRefused extends Error {
  constructor(readonly code: OpenApiCode) {
    super(REFUSALS[code])
  }
}
