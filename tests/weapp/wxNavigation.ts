import type { Pages } from './pages'
import type { Method, WxMethods } from './wxMethod'

/** `wx`'s ways from page to page; what WeChat refuses fails with its reason. */
export function navigationMethods(method: Method, pages: Pages): WxMethods {
  const to = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'): unknown =>
    method(name, ({ url }: { url: string }) => pages[name](url))
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    switchTab: to('switchTab'),
    reLaunch: to('reLaunch'),
    navigateBack: method('navigateBack', ({ delta }: { delta?: number }) => pages.navigateBack(delta)),
  }
}
