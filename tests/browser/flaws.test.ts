import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { visit } from '../support/visitor'
import { findFlaws } from './flaws'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

async function flawsOf(body: string): Promise<string> {
  const visitor = await visit(browser, { language: 'zh', colorScheme: 'light' })
  await visitor.page.setContent(
    `<meta name="viewport" content="width=device-width"><body style="margin:0">${body}`,
  )
  const flaws = await findFlaws(visitor.page)
  await visitor.leave()
  return flaws.join('\n')
}

it.each([
  ['text that is too small', '<p style="font-size:11px">12 px</p>', 'text of 11 px'],
  [
    'text that runs off the screen',
    '<p style="white-space:nowrap;width:500px">' + 'long '.repeat(40),
    'runs off',
  ],
  [
    'a target that is too low',
    '<div role="button" style="width:100px;height:40px">tap</div>',
    'target of 100 × 40 px',
  ],
  [
    'a target that is too narrow',
    '<button style="width:30px;height:44px;padding:0">t</button>',
    'target of 30 × 44 px',
  ],
  [
    'text that runs off its card',
    '<taro-swiper-item-core style="display:block;width:200px"><p style="white-space:nowrap;width:300px">' +
      'long '.repeat(10),
    'runs off',
  ],
])('finds %s', async (_what, body, flaw) => {
  expect(await flawsOf(body)).toContain(flaw)
})

it.each([
  ['what is large enough', '<p>text</p><div role="button" style="width:44px;height:44px">t</div>'],
  [
    'what nobody sees',
    '<div style="display:none;font-size:8px">x</div><button style="display:none">x</button>',
  ],
  [
    'a card that is swiped away',
    '<div style="overflow:hidden"><taro-swiper-item-core style="display:block;margin-left:500px;width:300px"><p>text</p>',
  ],
])('lets %s pass', async (_what, body) => {
  expect(await flawsOf(body)).toBe('')
})
