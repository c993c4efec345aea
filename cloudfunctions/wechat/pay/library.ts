// Part by part: the library's index assigns to a getter, which throws in a bundle of strict code.
export { default as Aes } from 'wechatpay-axios-plugin/lib/aes'
export { default as Decorator } from 'wechatpay-axios-plugin/lib/decorator'
export { default as Formatter } from 'wechatpay-axios-plugin/lib/formatter'
export { default as Rsa } from 'wechatpay-axios-plugin/lib/rsa'
