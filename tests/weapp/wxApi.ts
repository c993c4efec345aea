import type { Problems } from './problems'
import type { WxMethods } from './wxMethod'

/**
 * `wx` as the app sees it: exactly the methods given, each with real behaviour. Reaching for anything else is a problem,
 * so that a new call of the app gets its behaviour here before a test can pass.
 */
export function wxApi(methods: WxMethods, problems: Problems): object {
  // The bundler keeps its chunks there; WeChat lets the app write to wx.
  const written: Record<string | symbol, unknown> = { ...methods, webpackJsonp: undefined }
  return new Proxy(written, {
    get(target, key) {
      if (key in target || typeof key === 'symbol') return target[key]
      problems.add('wx', `wx.${key} is not on the list of tests/weapp: give it the behaviour that WeChat has`)
      return undefined
    },
  })
}
