import type { PageFigures } from './limits'
import type { OpenPage } from './openPage'
import type { PackageTree } from './packageTree'

const DEEPEST_STACK = 10

type Open = (path: string, query: Record<string, string>) => OpenPage

/** The pages that are open, and WeChat's ways from one to another with the rules that it enforces. */
export class Pages {
  private stack: OpenPage[] = []
  private readonly tabPages = new Map<string, OpenPage>()
  /** Figures of every page that was opened, taken as it is left or asked for. */
  private readonly left: PageFigures[] = []

  constructor(
    private readonly tree: PackageTree,
    private readonly open: Open,
  ) {}

  get current(): OpenPage {
    const top = this.stack.at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  get tabs(): readonly string[] {
    return this.tree.tabs
  }

  instances(): unknown[] {
    return this.stack.map((page) => page.instance)
  }

  figures(): PageFigures[] {
    const open = new Set([...this.stack, ...this.tabPages.values()])
    return [...this.left, ...[...open].map((page) => page.figures())]
  }

  navigateTo(url: string): void {
    const { path, query } = this.parse(url)
    if (this.isTab(path)) throw new Error(`can not navigateTo a tabbar page (${path})`)
    if (this.stack.length >= DEEPEST_STACK) throw new Error(`webview count limit exceed (${DEEPEST_STACK})`)
    this.current.run('onHide')
    this.push(path, query)
  }

  redirectTo(url: string): void {
    const { path, query } = this.parse(url)
    if (this.isTab(path)) throw new Error(`can not redirectTo a tabbar page (${path})`)
    this.pop()
    this.push(path, query)
  }

  switchTab(url: string): void {
    const { path, query } = this.parse(url)
    if (!this.isTab(path)) throw new Error(`can not switch to no-tabBar page (${path})`)
    if (Object.keys(query).length > 0) throw new Error('switchTab takes no query')
    while (this.stack.length > 1) this.pop()
    if (this.stack[0] && !this.isTab(this.current.path)) this.pop()
    if (this.stack[0]?.path === path) return
    this.stack[0]?.run('onHide')
    this.stack = []
    const kept = this.tabPages.get(path)
    if (!kept) return this.push(path, query)
    this.stack = [kept]
    kept.run('onShow')
  }

  reLaunch(url: string): void {
    const { path, query } = this.parse(url)
    this.closeAll()
    this.push(path, query)
  }

  navigateBack(delta = 1): void {
    if (this.stack.length < 2) throw new Error('cannot navigate back at first page.')
    for (let back = 0; back < delta && this.stack.length > 1; back += 1) this.pop()
    this.current.run('onShow')
  }

  closeAll(): void {
    for (const tab of this.tabPages.values()) if (!this.stack.includes(tab)) this.stack.unshift(tab)
    this.tabPages.clear()
    while (this.stack.length > 0) this.pop()
  }

  private push(path: string, query: Record<string, string>): void {
    const page = this.open(path, query)
    this.stack.push(page)
    if (this.isTab(path)) this.tabPages.set(path, page)
    page.start(query)
  }

  private pop(): void {
    const page = this.stack.pop()
    if (!page) return
    this.tabPages.delete(page.path)
    this.left.push(page.figures())
    page.end()
  }

  private isTab(path: string): boolean {
    return this.tree.tabs.includes(path)
  }

  /** Splits `path?query`; a path without leading slash is relative to the current page, as in WeChat. */
  private parse(url: string): { path: string; query: Record<string, string> } {
    const [address = '', search = ''] = url.split('?')
    const base = this.stack.at(-1)?.path ?? ''
    const path = new URL(address, `https://app.invalid/${base}`).pathname.slice(1)
    if (!this.tree.pages.includes(path)) throw new Error(`page "${path}" is not found`)
    return { path, query: Object.fromEntries(search.split('&').filter(Boolean).map(pair)) }
  }
}

/** WeChat hands the query over undecoded. */
function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
