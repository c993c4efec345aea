import { Activity } from './activity'
import { AppRealm } from './appRealm'
import { Components } from './components'
import { listenToEngine } from './engine'
import { OpenPage } from './openPage'
import type { PackageTree } from './packageTree'
import { Pages } from './pages'
import { Problems } from './problems'
import { Screen } from './screen'
import { WeappUser } from './weappUser'
import { wxApi } from './wxApi'
import { interfaceMethods, type Shown } from './wxInterface'
import { asyncMethods } from './wxMethod'
import { navigationMethods } from './wxNavigation'
import { noSheet, paymentMethods, type PaymentSheet } from './wxPayment'
import { storageMethods } from './wxStorage'
import { systemMethods, type Phone } from './wxSystem'

export interface WeappOptions {
  tree: PackageTree
  phone: Phone
  /** Answers `wx.cloud.callFunction`; throws a WxFailure as the platform fails. */
  callFunction: (call: { name: string; data?: unknown }) => Promise<object>
  /** What the phone kept from an earlier start, as JSON by key. */
  stored?: Map<string, string>
  /** What becomes of payments; nobody pays unless given. */
  sheet?: PaymentSheet
}

interface AppOptions {
  onLaunch?(launch: object): void
  onShow?(launch: object): void
}

/** Starts a built mini-program without WeChat: runs app.js, launches the app and opens its first page. */
export function bootWeapp(options: WeappOptions): WeappUser {
  const { tree, phone, callFunction, stored = new Map<string, string>(), sheet = noSheet } = options
  const problems = new Problems()
  const activity = new Activity(problems)
  const stopListening = listenToEngine(problems)
  const screen = new Screen(phone.theme, activity)
  const shown: Shown = { toasts: [], titles: [], tabTexts: [] }
  let app: AppOptions = {}
  // The realm needs wx, and wx hands its answers over as objects of the realm.
  let realm: AppRealm | undefined = undefined
  const intoApp = <T>(value: T): T => realm!.intoApp(value)
  const method = asyncMethods(intoApp, activity)
  const pages: Pages = new Pages(tree, (path, query) => {
    return new OpenPage(path, intoApp(query), components.createRoot(path), screen, activity)
  })
  const [firstPage = ''] = tree.pages
  const wx = wxApi(
    {
      ...systemMethods(phone, intoApp, firstPage),
      ...storageMethods(method, intoApp, stored),
      ...navigationMethods(method, pages),
      ...interfaceMethods(method, pages, shown),
      ...paymentMethods(method, sheet),
      cloud: { init: () => undefined, callFunction: method('cloud.callFunction', callFunction) },
    },
    problems,
  )
  const globals = {
    wx,
    App: (options: AppOptions) => void (app = options),
    getApp: () => app,
    getCurrentPages: () => pages.instances(),
  }
  realm = new AppRealm(tree, globals, activity, problems)
  const components: Components = new Components(tree, realm, problems, screen)
  const launch = intoApp({ path: firstPage, query: {}, scene: 1001, referrerInfo: {} })
  activity.guard('app.js', () => realm?.run('app'))
  activity.guard('App onLaunch', () => app.onLaunch?.(launch))
  activity.guard('App onShow', () => app.onShow?.(launch))
  pages.reLaunch(`/${firstPage}`)
  return new WeappUser(pages, problems, activity, shown, app, () => {
    pages.closeAll()
    activity.stop()
    stopListening()
  })
}
