// The library types its index alone.
declare module 'wechatpay-axios-plugin/lib/aes' {
  import { Aes } from 'wechatpay-axios-plugin'
  export = Aes
}
declare module 'wechatpay-axios-plugin/lib/formatter' {
  import { Formatter } from 'wechatpay-axios-plugin'
  export = Formatter
}
declare module 'wechatpay-axios-plugin/lib/rsa' {
  import { Rsa } from 'wechatpay-axios-plugin'
  export = Rsa
}
declare module 'wechatpay-axios-plugin/lib/decorator' {
  /** Signs requests and verifies answers. */
  class Decorator {
    constructor(config: object)
    request(
      path: string,
      method: string,
      data: unknown,
      config: object,
    ): Promise<{ readonly status: number; readonly data: unknown }>
  }
  export = Decorator
}
