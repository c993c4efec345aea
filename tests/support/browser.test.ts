import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser'
import { visit, type Look, type Visitor } from './visitor'

const LOOK: Look = { language: 'zh', colorScheme: 'light' }

let browser: Browser
let server: Server
let address: string
let body = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const found = request.url === '/'
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(found ? `<!doctype html><link rel="icon" href="data:,"><title>t</title>${body}` : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await new Promise((resolve) => server.close(resolve))
})

async function opened(html: string, look: Look = LOOK): Promise<Visitor> {
  body = html
  const visitor = await visit(browser, look)
  await visitor.page.goto(address)
  return visitor
}

describe('what a page may not do', () => {
  it.each([
    ['console.error', `<script>console.error('broken')</script>`, 'console error: broken'],
    ['console.warn', `<script>console.warn('careful')</script>`, 'console warning: careful'],
    ['throw', `<script>throw new Error('boom')</script>`, 'boom'],
    ['reject', `<script>Promise.reject(new Error('late'))</script>`, 'late'],
    ['ask for what is not there', `<script src="/none.js"></script>`, 'HTTP 404'],
    [
      'leave this machine by name',
      `<img src="http://example.com/x.png">`,
      'request failed: GET http://example.com',
    ],
    [
      'leave this machine by number',
      `<img src="http://192.0.2.1/x.png">`,
      'request failed: GET http://192.0.2.1/x.png net::ERR_NAME_NOT_RESOLVED',
    ],
  ])('%s', async (_what, html, problem) => {
    const visitor = await opened(html)
    await expect(visitor.leave()).rejects.toThrow(problem)
  })

  it('and nothing else', async () => {
    const visitor = await opened('<p>好</p>')
    await visitor.leave()
  })
})

it('shows the page as a phone would, in the look that is asked for', async () => {
  const visitor = await opened('<meta name="viewport" content="width=device-width"><p>积分 1,280</p>', {
    language: 'en',
    colorScheme: 'dark',
    reducedMotion: true,
  })
  const seen = await visitor.page.evaluate(async () => {
    await document.fonts.ready
    const fonts: string[] = []
    document.fonts.forEach((face) => face.status === 'loaded' && fonts.push(face.family.replaceAll('"', '')))
    return {
      size: [innerWidth, innerHeight, devicePixelRatio],
      language: navigator.language,
      touch: navigator.maxTouchPoints > 0,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      inTestFont: fonts.includes('Noto Sans SC'),
    }
  })
  expect(seen).toEqual({
    size: [390, 844, 2],
    language: 'en-US',
    touch: true,
    dark: true,
    still: true,
    inTestFont: true,
  })
  await visitor.leave()
})
