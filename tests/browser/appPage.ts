import type { Browser, Locator, Page } from 'playwright-core'
import { en } from '@/i18n/en'
import { zh, type Text } from '@/i18n/zh'
import { visit, type Look, type Visitor } from '../support/visitor'
import { findFlaws } from './flaws'

const LONGEST_SCROLL_MS = 10_000
/** Less than a screen, as a finger scrolls: the lists notice only a bottom that they come near to. */
const FLICK_PX = 500

interface Opening {
  stackUrl: string
  openid: string
  look: Look
  /** The page to begin with; the home page unless named. */
  at?: string
  /** Called before the first request, to come between the app and the stack. */
  before?: (page: Page) => Promise<void>
}

/** The app in a browser, as one person uses it: by what they see and touch. */
export class AppPage {
  /** The app's words in this person's language. */
  readonly text: Text

  private constructor(
    private readonly visitor: Visitor,
    look: Look,
  ) {
    this.text = look.language === 'zh' ? zh : en
  }

  static async open(browser: Browser, { stackUrl, openid, look, at, before }: Opening): Promise<AppPage> {
    const app = new AppPage(await visit(browser, look), look)
    await before?.(app.page)
    const address = `${stackUrl}/app/?openid=${openid}#/`
    if (look.language === 'en') {
      await app.page.goto(`${address}features/mine/index`)
      await app.tap('language-en')
      await app.tab(en.tabs.home)
      await app.arrive('home-page')
      if (at) await app.page.goto(`${address}${at}`)
    } else {
      await app.page.goto(`${address}${at ?? 'features/home/index'}`)
    }
    return app
  }

  get page(): Page {
    return this.visitor.page
  }

  /** What is on the screen with this id; pages further down the stack stay in the document, unseen. */
  at(id: string): Locator {
    return this.page.locator(`#${id}`).filter({ visible: true })
  }

  async tap(id: string): Promise<void> {
    await this.at(id).tap()
  }

  async tapText(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().tap()
  }

  async tab(name: string): Promise<void> {
    await this.page.locator('.taro-tabbar__tabbar').getByText(name, { exact: true }).tap()
  }

  /** Waits until this page has come to rest: a page that is left goes out of sight only when the next has slid in. */
  async arrive(pageId: string): Promise<void> {
    await this.seeId(pageId)
    await this.page.waitForFunction((id) => {
      const shown = Array.from(document.querySelectorAll('.taro_page')).filter((page) =>
        page.checkVisibility(),
      )
      return shown.length === 1 && shown[0]?.querySelector(`#${id}`) !== null
    }, pageId)
  }

  async back(pageId: string): Promise<void> {
    await this.page.goBack()
    await this.arrive(pageId)
  }

  /** Scrolls on until this text stands there, through lists that load as they are scrolled. */
  async scrollTo(text: string): Promise<void> {
    const end = this.page.getByText(text)
    const deadline = performance.now() + LONGEST_SCROLL_MS
    await this.page.mouse.move(195, 422)
    while ((await end.count()) === 0) {
      if (performance.now() > deadline) throw new Error(`"${text}" never came, however far it was scrolled`)
      await this.page.mouse.wheel(0, FLICK_PX)
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
    await end.scrollIntoViewIfNeeded()
  }

  async toastGone(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector('.taro__toast')?.checkVisibility())
  }

  async see(text: string): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor()
  }

  async seeId(id: string): Promise<void> {
    await this.at(id).waitFor()
  }

  /** Waits until the sheet that explains a number has come up and holds its lines. */
  async seeExplanation(): Promise<void> {
    await this.page.locator('.explanation').filter({ visible: true }).waitFor()
  }

  /** Keeps a picture of the screen, and throws when something on it is cut off, too small to read or to hit. */
  async picture(name: string): Promise<void> {
    await this.visitor.picture(name)
    const flaws = await findFlaws(this.page)
    if (flaws.length > 0) throw new Error(`flaws on ${name}:\n${flaws.join('\n')}`)
  }

  /** Takes the problems that a test provoked; throws when there are none or others are among them. */
  takeProblems(pattern: RegExp): void {
    const problems = this.visitor.problems.splice(0)
    const others = problems.filter((problem) => !pattern.test(problem))
    if (problems.length === 0) throw new Error(`nothing went wrong that looks like ${pattern}`)
    if (others.length > 0) throw new Error(`the page had problems:\n${others.join('\n')}`)
  }

  async leave(): Promise<void> {
    await this.visitor.leave()
  }
}
