import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { weChatPayments } from '../../cloudfunctions/wechat/pay/weChatPayments'
import { FORMAT } from '../../local/dataFolder/dataFolder'
import type { PayKeys } from '../../local/wechat/pay/payKeys'
import { launchBrowser } from '../support/browser'
import { fakeDate } from '../support/fakeDate'
import { settingsOf } from '../support/localPay'
import { type RunningStack, startStack } from '../support/startStack'
import { useTestFont } from '../support/testFont'

const PICTURES = path.resolve(__dirname, '../../dist/pictures')
const WINDOW = { width: 1100, height: 960 }
const PEOPLE = [
  { openid: 'oMei', name: { zh: '黄金会员', en: 'A gold member' }, role: null },
  { openid: 'oBoss', name: { zh: '老板', en: 'The boss' }, role: 'owner' },
]

jest.setTimeout(120_000)

let dataDir: string
let stack: RunningStack
let browser: Browser
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'changke-strip-'))
  await writeFile(path.join(dataDir, 'changke.json'), JSON.stringify({ format: FORMAT }))
  const world = { name: 'empty', state: 'made', people: PEOPLE }
  await writeFile(path.join(dataDir, 'world.json'), JSON.stringify(world))
  stack = await startStack({ dataDir, clock: '2026-03-01T02:00:00Z' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await stack.stop()
  await rm(dataDir, { recursive: true })
})

let context: BrowserContext
let page: Page
let problems: string[]
afterEach(() => context.close())

async function open(colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  context = await browser.newContext({ viewport: WINDOW, colorScheme })
  await useTestFont(context)
  page = await context.newPage()
  problems = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(stack.url)
  await page.getByRole('button', { name: '黄金会员' }).waitFor()
}

const launch = async () => new URL((await page.locator('#app').getAttribute('src'))!, stack.url).searchParams
const openidInTab = () => page.evaluate(() => sessionStorage.getItem('changke.openid'))

test('the app is beside it in a phone of 390 × 844, opened by somebody new', async () => {
  await open()
  expect(await page.locator('#app').boundingBox()).toMatchObject({ width: 390, height: 844 })
  expect((await launch()).get('openid')).toMatch(/^visitor-/)
  await page.frameLocator('#app').getByText('一键入会').waitFor()
  expect(problems).toEqual([])
  await page.screenshot({ path: path.join(PICTURES, 'zh-light/local-strip.png') })
})

test('who I am: a person of this world, anybody by OpenID, somebody new', async () => {
  await open()
  const boss = page.getByRole('button', { name: '老板 店主' })
  await boss.click()
  expect(await boss.getAttribute('aria-pressed')).toBe('true')
  expect((await launch()).get('openid')).toBe('oBoss')
  expect(await openidInTab()).toBe('oBoss')

  await page.locator('#openid').fill('oSomebody')
  await page.getByRole('button', { name: '切换' }).click()
  expect(await page.locator('#whoNow').textContent()).toBe('oSomebody')
  expect((await launch()).get('openid')).toBe('oSomebody')
  await page.reload()
  expect((await launch()).get('openid')).toBe('oSomebody')

  await page.getByRole('button', { name: '新顾客' }).click()
  expect((await launch()).get('openid')).toMatch(/^visitor-/)
})

test('the date goes on by a day and to a day', async () => {
  await open()
  const date = page.locator('#dateNow')
  await page.getByRole('button', { name: '+1 天' }).click()
  await page.waitForFunction(() => document.getElementById('dateNow')?.textContent?.includes('3月2日'))
  await page.locator('#day').fill('2026-03-05')
  await page.waitForFunction(() => document.getElementById('dateNow')?.textContent?.includes('3月5日'))
  expect(await date.textContent()).toMatch(/2026年3月5日.*09:0/)
  expect(await page.locator('#dateNote').textContent()).toMatch(/运行了 \d+ 次定时任务/)
  expect(await stack.call('oMei', 'shopper', 'home.read')).toMatchObject({ value: { today: '2026-03-05' } })
})

test('a scanned code opens the app with what it holds', async () => {
  await open()
  const scan = async (code: string) => {
    await page.locator('#code').fill(code)
    await page.getByRole('button', { name: '打开' }).click()
    return launch()
  }
  expect((await scan('m=abc&n=1')).get('scene')).toBe(encodeURIComponent('m=abc&n=1'))
  const link = 'https://shop.example/c?x=1'
  expect((await scan(link)).get('q')).toBe(encodeURIComponent(link))
})

test('the payment sheet: what waits is paid or declined by whoever holds the phone', async () => {
  const keys = JSON.parse(readFileSync(path.join(dataDir, 'weChatPayKeys.json'), 'utf8')) as PayKeys
  fakeDate(((await stack.get('/local/clock')).body as { now: string }).now)
  const payments = weChatPayments(settingsOf(keys, stack.url))
  for (const [outTradeNo, amountFen] of [
    ['S1', 21_000],
    ['S2', 990],
  ] as const) {
    const order = { outTradeNo, description: '测试商品', amountFen, openid: 'oMei' }
    expect(await payments.prepay({ ...order, expiresAt: Date.now() + 900_000 }, Date.now())).toMatchObject({
      ok: true,
    })
  }
  jest.useRealTimers()
  await open('dark')
  await page.getByText('没有等待支付的订单。').waitFor()
  await page.getByRole('button', { name: '黄金会员' }).click()
  const sheet = (amount: string) => page.locator('.payment', { hasText: amount })
  await sheet('¥210.00').waitFor()
  await page.screenshot({ path: path.join(PICTURES, 'zh-dark/local-strip-pay.png') })
  await sheet('¥210.00').getByRole('button', { name: '支付' }).click()
  await page.getByText('已支付。').waitFor()
  await sheet('¥9.90').getByRole('button', { name: '取消' }).click()
  await page.getByText('没有等待支付的订单。').waitFor()
  const stateOf = async (number: string) => (await stack.get(`/local/wechat/payments/${number}`)).body
  expect(await stateOf('S1')).toMatchObject({ state: 'SUCCESS' })
  expect(await stateOf('S2')).toMatchObject({ state: 'DECLINED' })
  expect(problems).toEqual([])
})

test('all of it in English and in the dark, remembered', async () => {
  await open('dark')
  await page.getByRole('button', { name: 'English' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'The boss owner' }).click()
  await page.getByText('No messages yet.').waitFor()
  expect(await page.locator('.strip').innerText()).not.toMatch(/(?!常客|中文)[\u4e00-\u9fff]{2}/)
  await page.frameLocator('#app').getByText('一键入会').waitFor()
  await page.screenshot({ path: path.join(PICTURES, 'en-dark/local-strip.png') })
  expect(problems).toEqual([])
})
