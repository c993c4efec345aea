import { SCREEN, type Theme } from './screen'
import type { WxMethods } from './wxMethod'

export interface Phone {
  language: 'zh_CN' | 'en'
  theme: Theme
}

/** What the phone says of itself. */
export function systemMethods(phone: Phone, intoApp: <T>(value: T) => T, firstPage: string): WxMethods {
  const { widthPx, heightPx, pixelRatio, statusBarPx, homeBarPx } = SCREEN
  const safeArea = {
    top: statusBarPx,
    bottom: heightPx - homeBarPx,
    left: 0,
    right: widthPx,
    width: widthPx,
    height: heightPx - homeBarPx - statusBarPx,
  }
  const window = {
    pixelRatio,
    screenWidth: widthPx,
    screenHeight: heightPx,
    windowWidth: widthPx,
    windowHeight: heightPx,
    statusBarHeight: statusBarPx,
    screenTop: 0,
    safeArea,
  }
  const device = {
    brand: 'devtools',
    model: 'iPhone 15',
    system: 'iOS 17.0',
    platform: 'ios',
    benchmarkLevel: 1,
  }
  const base = { SDKVersion: '3.8.0', version: '8.0.50', fontSizeSetting: 16, ...phone }
  const launch = { path: firstPage, query: {}, scene: 1001, referrerInfo: {} }
  return {
    env: { USER_DATA_PATH: 'http://usr' },
    getWindowInfo: () => intoApp(window),
    getDeviceInfo: () => intoApp(device),
    getAppBaseInfo: () => intoApp(base),
    getLaunchOptionsSync: () => intoApp(launch),
  }
}
