import { WxFailure, type Method, type WxMethods } from './wxMethod'

/** `wx` storage: values are copied in and out, a missing key gives '' at once and fails when asked asynchronously. */
export function storageMethods(
  method: Method,
  intoApp: <T>(value: T) => T,
  stored: Map<string, string>,
): WxMethods {
  const read = (key: string): unknown => {
    const json = stored.get(key)
    return json === undefined ? undefined : JSON.parse(json)
  }
  return {
    getStorageSync: (key: string) => intoApp(read(key) ?? ''),
    setStorageSync: (key: string, value: unknown) => void stored.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void stored.delete(key),
    getStorage: method('getStorage', ({ key }: { key: string }) => {
      if (!stored.has(key)) throw new WxFailure('data not found')
      return { data: read(key) }
    }),
    setStorage: method('setStorage', ({ key, data }: { key: string; data: unknown }) => {
      stored.set(key, JSON.stringify(data))
    }),
    removeStorage: method('removeStorage', ({ key }: { key: string }) => void stored.delete(key)),
  }
}
