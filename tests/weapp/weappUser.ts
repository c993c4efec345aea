import { triggerEvent, type Element } from 'glass-easel'
import { waitFor } from '../support/waitFor'
import type { Activity } from './activity'
import type { PageFigures } from './limits'
import type { Pages } from './pages'
import { findById, findByText, isDisabled, textOf } from './pageTree'
import type { Problems } from './problems'
import type { Shown } from './wxInterface'

/** A person in front of the running app: sees, taps and goes from page to page. */
export class WeappUser {
  constructor(
    private readonly pages: Pages,
    readonly problems: Problems,
    private readonly activity: Activity,
    readonly shown: Shown,
    /** What app.js gave to App(). */
    readonly app: object,
    readonly close: () => void,
  ) {}

  get path(): string {
    return this.pages.current.path
  }

  get text(): string {
    return textOf(this.pages.current.tree)
  }

  /** Waits until the app has nothing under way: no call, no timer of less than half a second. */
  async rest(): Promise<void> {
    await waitFor(
      () => !this.activity.busy,
      () => `the app to rest on ${this.path}, showing: ${this.text}`,
    )
    this.pages.current.measure()
  }

  /** Waits until the current page shows `text`. */
  async see(text: string): Promise<void> {
    await waitFor(
      () => this.text.includes(text),
      () => `"${text}" on ${this.path}, which shows: ${this.text}`,
    )
  }

  /** Waits for `text`, taps where it stands, and waits for what follows. */
  async tap(text: string): Promise<void> {
    await this.see(text)
    await this.tapOn(findByText(this.pages.current.tree, text), `"${text}"`)
  }

  async tapId(id: string): Promise<void> {
    await this.tapOn(findById(this.pages.current.tree, id), `#${id}`)
  }

  /** Opens a page from outside, as a shared card or a code does, and waits until it rests. */
  async open(url: string): Promise<void> {
    this.pages.reLaunch(url)
    await this.rest()
  }

  /** Taps an entry of the tab bar, 0 the first. */
  async switchTab(index: number): Promise<void> {
    this.pages.switchTab(`/${this.pages.tabs[index]}`)
    await this.rest()
  }

  async back(): Promise<void> {
    this.pages.navigateBack()
    await this.rest()
  }

  figures(): PageFigures[] {
    return this.pages.figures()
  }

  private async tapOn(element: Element | undefined, what: string): Promise<void> {
    if (!element) throw new Error(`there is no ${what} on ${this.path}, which shows: ${this.text}`)
    if (isDisabled(element)) throw new Error(`${what} on ${this.path} is disabled and cannot be tapped`)
    const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }
    const extraFields = { touches: [touch], changedTouches: [touch] }
    for (const event of ['touchstart', 'touchend', 'tap']) {
      triggerEvent(element, event, { x: 0, y: 0 }, { bubbles: true, composed: true, extraFields })
    }
    await this.rest()
  }
}
