import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'

const PACKAGE = path.resolve(__dirname, '../../node_modules/@fontsource/noto-sans-sc')
const WEIGHTS = [400, 500, 600, 700]
/** An address that no machine has: the test answers it itself, before any network. */
const ADDRESS = 'http://fonts.invalid/'

/** True for a request of the test's own, which a page that is left does not wait for. */
export function isTestFont(url: string): boolean {
  return url.startsWith(ADDRESS)
}

/** Sets every page of a context in Noto Sans SC, so that pictures are the same on machines with other fonts. */
export async function useTestFont(context: BrowserContext): Promise<void> {
  await context.route(`${ADDRESS}*`, (route) =>
    route.fulfill({
      path: path.join(PACKAGE, 'files', path.basename(new URL(route.request().url()).pathname)),
      headers: { 'access-control-allow-origin': '*' },
    }),
  )
  await context.addInitScript(setInFont, stylesheet())
}

/** The package's own rules for its slices, of which the browser loads those that a page needs. */
function stylesheet(): string {
  const rules = WEIGHTS.map((weight) => readFileSync(path.join(PACKAGE, `${weight}.css`), 'utf8'))
  const faces = rules
    .join('\n')
    .replaceAll('url(./files/', `url(${ADDRESS}`)
    .replaceAll('font-display: swap', 'font-display: block')
  return `${faces}\n* { font-family: 'Noto Sans SC', sans-serif !important }`
}

function setInFont(css: string): void {
  const add = (): void => {
    const style = document.createElement('style')
    style.textContent = css
    document.documentElement.append(style)
  }
  if (document.documentElement) add()
  else document.addEventListener('readystatechange', add, { once: true })
}
