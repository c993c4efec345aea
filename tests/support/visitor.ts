import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { isTestFont, useTestFont } from './testFont'

const PICTURES = path.resolve(__dirname, '../../dist/pictures')
const PATIENCE_MS = 20_000

export interface Look {
  language: 'zh' | 'en'
  colorScheme: 'light' | 'dark'
  reducedMotion?: boolean
}

/** A person with a phone in front of a page. Everything that goes wrong in the page is collected in `problems`. */
export interface Visitor {
  page: Page
  problems: string[]
  /** Keeps a picture of what the screen shows, once its fonts are there, in dist/pictures/<look>/<name>.png. */
  picture(name: string): Promise<void>
  /** Closes the page; throws with the problems that nobody took. */
  leave(): Promise<void>
}

/** Opens a phone-sized page of its own (390 × 844, touch) with an empty memory. */
export async function visit(browser: Browser, look: Look): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-US',
    timezoneId: 'Asia/Shanghai',
    colorScheme: look.colorScheme,
    reducedMotion: look.reducedMotion ? 'reduce' : 'no-preference',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  await useTestFont(context)
  const page = await context.newPage()
  const problems = collectProblems(page)
  return {
    page,
    problems,
    picture: (name) => takePicture(page, look, name),
    leave: () => leave(context, problems),
  }
}

function collectProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      problems.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`page error: ${error.stack ?? error.message}`))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (isTestFont(request.url()) && why === 'net::ERR_ABORTED') return
    problems.push(`request failed: ${request.method()} ${request.url()} ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`HTTP ${response.status()}: ${response.url()}`)
  })
  return problems
}

async function takePicture(page: Page, look: Look, name: string): Promise<void> {
  const folder = path.join(PICTURES, `${look.language}-${look.colorScheme}`)
  await mkdir(folder, { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' })
}

async function leave(context: BrowserContext, problems: string[]): Promise<void> {
  await context.close()
  if (problems.length > 0) throw new Error(`the page had problems:\n${problems.join('\n')}`)
}
