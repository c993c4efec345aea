import Taro from '@tarojs/taro'
import { randomId } from './randomId'

const KEY = 'changke.openid'

let known: string | undefined

/**
 * Who the caller is on the local stack, where nobody signs in: `?openid=`, else who it was in this tab (the strip
 * beside the phone sets it), else somebody new. WeChat's own sign-in takes its place in the cloud.
 */
export function localOpenid(): string {
  known ??= process.env.TARO_ENV === 'h5' ? openidOfTab() : openidOfPhone()
  return known
}

function openidOfTab(): string {
  const openid =
    new URLSearchParams(window.location.search).get('openid') ??
    window.sessionStorage.getItem(KEY) ??
    `visitor-${randomId()}`
  window.sessionStorage.setItem(KEY, openid)
  return openid
}

function openidOfPhone(): string {
  const fromLaunch: unknown = Taro.getLaunchOptionsSync().query?.openid
  const stored: unknown = Taro.getStorageSync(KEY)
  const openid = [fromLaunch, stored].find((id) => typeof id === 'string' && id !== '') as string | undefined
  const chosen = openid ?? `visitor-${randomId()}`
  Taro.setStorageSync(KEY, chosen)
  return chosen
}
