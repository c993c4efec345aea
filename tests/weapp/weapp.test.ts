import path from 'node:path'
import type { OutputOf } from '@shared/contracts'
import { expiryReminder } from '@shared/rules/points/expiryReminder'
import { zh } from '@/i18n/zh'
import { en } from '@/i18n/en'
import { formatMoney } from '@/i18n/format'
import { putIntoInbox } from '../../cloudfunctions/database/inbox'
import { fillShelves } from '../../local/worlds/shelves'
import { databaseOf } from '../support/databaseOf'
import { makeLively, type LivelyShop } from '../support/livelyShop'
import { startStack, type Reply, type RunningStack } from '../support/startStack'
import { bootWeapp } from './bootWeapp'
import { brokenLimits } from './limits'
import { PackageTree } from './packageTree'
import type { WeappUser } from './weappUser'
import { sheetOf, type PaymentSheet } from './wxPayment'
import { cloudOf } from './wxCloud'
import { WxFailure } from './wxMethod'
import type { Phone } from './wxSystem'

const TODAY = '2026-03-10'
const CHINESE_PHONE: Phone = { language: 'zh_CN', theme: 'light' }

const tree = new PackageTree(path.resolve(__dirname, '../../dist/weapp'))
const ADDRESS = { name: '林小雨', phone: '13800000000', region: '浙江省杭州市', street: '龙井路 1 号' }
const CAKES = { sku: '凤梨酥 10 块', quantity: 1 }
let stack: RunningStack
let shop: LivelyShop
const open: WeappUser[] = []

beforeAll(async () => {
  stack = await startStack({ clock: `${TODAY}T09:00:00+08:00` })
  shop = await makeLively(stack, TODAY)
})

afterAll(() => stack?.stop())

afterEach(() => {
  for (const user of open.splice(0)) {
    user.close()
    expect(user.problems.found).toEqual([])
    expect(user.figures().flatMap(brokenLimits)).toEqual([])
  }
})

/** Opens the app on this person's phone. */
async function start(
  openid: string,
  phone = CHINESE_PHONE,
  stored?: Map<string, string>,
  sheet?: PaymentSheet,
): Promise<WeappUser> {
  const user = bootWeapp({ tree, phone, callFunction: cloudOf(stack.url, openid), stored, sheet })
  open.push(user)
  await user.rest()
  return user
}

/** A phone whose cart is filled, and which knows where orders go. */
const ofBuyer = () =>
  new Map(
    Object.entries({ 'changke.cart.': [CAKES], 'changke.address.': ADDRESS }).map(([key, value]) => [
      key,
      JSON.stringify(JSON.stringify(value)),
    ]),
  )

describe('the WeChat build in front of the local stack', () => {
  it('joins, checks in, lists the entry and explains it', async () => {
    const user = await start('newcomer')
    await user.see(zh.home.guestTitle)
    await user.tapId('join-button')
    await user.see('普通会员')
    expect(user.shown.toasts).toEqual([zh.home.welcome('普通会员')])

    await user.see(zh.checkin.noStreak)
    await user.tapId('home-checkin-button')
    await user.see(zh.checkin.doneToday)
    await user.see(zh.checkin.streak(1))

    await user.switchTab(1)
    await user.see('签到 · 连续第 1 天')
    await user.tap('签到 · 连续第 1 天')
    await user.see(zh.explain.source)
    await user.tapId('explain-close')

    const ledger = await stack.call('newcomer', 'shopper', 'points.ledger')
    expect(ledger).toMatchObject({
      ok: true,
      value: { entries: [{ kind: 'checkin', points: 5 }, { kind: 'memberJoined' }] },
    })
  })

  it('gives a customer of the old history what the shop kept for them', async () => {
    const user = await start(shop.knownCustomers[0] ?? '')
    await user.see(zh.home.keptForYou)
    await user.tapId('join-button')
    await user.switchTab(1)
    await user.see(zh.points.ledger)
    await user.see(zh.points.validUntil('').trim())
  })

  it('speaks English when asked, on every tab and after a restart', async () => {
    const stored = new Map<string, string>()
    const user = await start('english', CHINESE_PHONE, stored)
    await user.switchTab(3)
    await user.tapId('language-en')
    await user.see(en.mine.privacy)
    expect(user.shown.tabTexts).toEqual([en.tabs.home, en.tabs.points, en.tabs.shop, en.tabs.mine])
    await user.switchTab(0)
    await user.see(en.home.join)
    const again = await start('english', CHINESE_PHONE, stored)
    await again.see(en.home.join)
  })

  it('tells who has no network so, and shows what was last seen', async () => {
    const stored = new Map<string, string>()
    const before = await start('newcomer', CHINESE_PHONE, stored)
    await before.see('普通会员')
    const phone = {
      tree,
      phone: CHINESE_PHONE,
      callFunction: () => Promise.reject(new WxFailure('request:fail')),
    }
    const seen = bootWeapp({ ...phone, stored })
    const never = bootWeapp(phone)
    open.push(seen, never)
    await seen.see('普通会员')
    await seen.see(zh.failure.staleSince('').slice(0, 6))
    await never.see(zh.failure.offlineTitle)
  })
})

describe('a function that breaks', () => {
  afterEach(() => stack.post('/local/faults', { rules: [] }))

  it('is told in words, and the page loads when it is well again', async () => {
    await stack.post('/local/faults', { seed: 1, rules: [{ fault: 'killWorker', function: 'shopper' }] })
    const user = await start('unlucky')
    await user.see(zh.failure.title)
    await stack.post('/local/faults', { rules: [] })
    await user.tapId('retry-button')
    await user.see(zh.home.guestTitle)
  })
})

describe('every page of the package', () => {
  /** What a page shows of the data behind it. A page that is new needs its line here. */
  const SHOWN: Record<string, () => string> = {
    'features/home/index': () => '距铜牌会员还差',
    'features/points/index': () => zh.points.ledger,
    'features/mine/index': () => zh.mine.merchantHint.owner,
    'features/growth/index': () => zh.growth.allTime,
    'features/tiers/index': () => zh.tier.page.own,
    'features/benefits/index': () => zh.ownBenefits.empty,
    'features/checkin/index': () => '2026年3月',
    'features/messages/index': () => '120 积分将在 30 天后到期',
    'features/privacy/index': () => zh.privacy.sections[0]?.title ?? '',
    'features/merchant/journal/index': () => '签到 · 连续第 1 天',
    'features/merchant/memberBooks/index': () => zh.books.joined('2026年3月10日'),
    'features/merchant/audit/index': () => zh.audit.neverRun,
    'features/merchant/intakeKeys/index': () => zh.intakeKeys.empty,
    'features/merchant/bills/index': () => zh.payments.bills.none,
    // Of no day: the failure is told in words.
    'features/merchant/bill/index': () => zh.failure.title,
    'features/merchant/weChatRefunds/index': () => zh.payments.refunds.none.refused,
    'features/merchant/overview/index': () => formatMoney(shop.salesFen).split('.')[0] ?? '',
    'features/merchant/earningRules/index': () => zh.rules.earning.multipliers,
    'features/merchant/campaigns/index': () => zh.rules.campaigns.empty,
    'features/merchant/campaign/index': () => zh.rules.campaigns.isOn,
    'features/merchant/shopRules/index': () => zh.shopRules.none,
    'features/merchant/discount/index': () => zh.shopRules.edit.note,
    'features/merchant/pointsRules/index': () => zh.rules.points.validityOf.endOfNextYear,
    'features/merchant/growthRules/index': () => zh.rules.growth.modeOf.rolling,
    'features/merchant/tiers/index': () => zh.levels.measures.spend('5,000'),
    'features/merchant/tierLevel/index': () => zh.levels.level.kindHint.dual,
    'features/merchant/assistant/index': () => zh.assistant.found.counts('61', '').split(' ·')[0] ?? '',
    'features/merchant/tierSettings/index': () => zh.levels.settings.closed.historyNeverEnds,
    'features/merchant/tierPreview/index': () => zh.tierPreview.nothing,
    'features/merchant/tierMovers/index': () => zh.tierPreview.nothing,
    'features/merchant/recalculation/index': () => zh.tierPreview.recalculation.never,
    'features/coupons/index': () => zh.coupons.empty.usable,
    'features/wallet/index': () => zh.wallet.ledger.empty,
    'features/wallet/topUp/index': () => zh.wallet.topUp.none,
    'features/wallet/refund/index': () => zh.wallet.refund.none,
    'features/merchant/wallet/index': () => zh.wallet.shop.noPlans,
    'features/merchant/topUpPlan/index': () => zh.wallet.shop.firstOnly,
    'features/merchant/memberWallet/index': () => zh.wallet.member.none,
    'features/claimCoupons/index': () => zh.coupons.nothingToClaim,
    'features/merchant/coupons/index': () => zh.coupons.shop.empty,
    'features/merchant/coupon/index': () => zh.coupons.shop.keptNote,
    'features/merchant/giveCoupons/index': () => zh.coupons.shop.file.noHistory,
    'features/merchant/benefits/index': () => zh.benefits.none,
    'features/merchant/benefit/index': () => zh.benefits.kinds.birthdayDiscount.hint,
    'features/shop/index': () => '保温杯 500 毫升',
    'features/shop/product/index': () => '月白',
    'features/shop/cart/index': () => zh.shop.cart.empty,
    'features/favourites/index': () => zh.shop.favourites.empty,
    'features/checkout/index': () => zh.checkout.bar.byWeChat,
    'features/checkout/address/index': () => zh.checkout.address.note,
    'features/checkout/result/index': () => zh.checkout.result.titles.waiting,
    'features/shopOrders/index': () => zh.shopOrders.pieces('1'),
    'features/shopOrders/order/index': () => zh.shopOrders.order.timeline,
    'features/shopOrders/refund/index': () => zh.shopOrders.askRefund.notNow,
    'features/merchant/products/index': () => zh.goods.list.soldOut(1, 3),
    'features/merchant/product/index': () => zh.goods.edit.openingHint,
    'features/merchant/categories/index': () => zh.goods.categories.code('茶叶'),
    'features/merchant/stock/index': () => '月白',
    'features/memberCode/index': () => zh.memberCode.renews,
    'features/merchant/counter/index': () => zh.counter.scan.text,
    'features/merchant/counterSales/index': () => zh.counter.sales.charged,
    'features/merchant/counterSale/index': () => zh.refund.preview,
    'features/merchant/counterRules/index': () => zh.rules.counter.confirmHint,
    'features/merchant/shopOrders/index': () => zh.orderDesk.empty,
    'features/merchant/shopOrder/index': () => '找不到这笔订单',
  }

  let orderId = ''
  const OF_ORDER = () => `?order=${orderId}`

  const FLASK = `?product=${encodeURIComponent('保温杯 500 毫升')}`

  /** What a page is opened with, where it needs to know something. */
  const OPENED_WITH: Record<string, () => string> = {
    'features/merchant/tierLevel/index': () => '?id=gold',
    'features/checkout/result/index': OF_ORDER,
    'features/shopOrders/order/index': OF_ORDER,
    'features/shopOrders/refund/index': OF_ORDER,
    'features/merchant/benefit/index': () => '?level=gold',
    'features/shop/product/index': () => FLASK,
    'features/merchant/product/index': () => FLASK,
    'features/merchant/stock/index': () => FLASK,
    'features/merchant/counterSale/index': () => `?id=${encodeURIComponent(saleId)}`,
    'features/merchant/shopOrder/index': () => '?order=none',
    'features/merchant/memberBooks/index': () => `?member=${databaseOf(stack).memberId(shop.owner)}`,
    'features/merchant/memberWallet/index': () => `?member=${databaseOf(stack).memberId(shop.owner)}`,
  }

  let saleId: string

  /** The owner charges themselves at the counter. */
  async function charge(): Promise<string> {
    const answer = async <T>(fn: string, action: string, input: object = {}): Promise<T> => {
      const reply = await stack.call(shop.owner, fn, action, input)
      if (!reply.ok) throw new Error(reply.error.message)
      return reply.value as T
    }
    const { code } = await answer<{ code: string }>('shopper', 'memberCode.show')
    const { visit } = await answer<{ visit: string }>('merchant', 'counter.scan', { code })
    const lines = [{ of: 'amount', amountFen: 8_800, quantity: 1, category: null }]
    const bill = { visit, lines, choices: { coupons: [], points: 0, balance: { of: 'all' } } }
    const { seen } = await answer<{ seen: object }>('merchant', 'counter.quote', bill)
    return (await answer<{ id: string }>('merchant', 'counter.charge', { ...bill, seen })).id
  }

  beforeAll(async () => {
    await stack.call(shop.owner, 'shopper', 'member.join', { consentVersion: '1' })
    await stack.call(shop.owner, 'shopper', 'checkin.checkIn')
    await fillShelves({ baseUrl: stack.url, openid: shop.owner }, TODAY)
    orderId = await placedOrder()
    // The journal of the shop has what the minute's timer has filed.
    await stack.post('/local/timers/everyMinute', {})
    const { cloud, memberId } = databaseOf(stack)
    const at = Date.parse(`${TODAY}T08:00:00+08:00`)
    await putIntoInbox(cloud, [expiryReminder(memberId(shop.owner), '2026-04-09', 30, 120, at, TODAY)], at)
    // Last: the figures of the shop are those of before.
    saleId = await charge()
  })

  async function placedOrder(): Promise<string> {
    const asked = { lines: [CAKES], choices: { coupons: [], points: 0, balance: { of: 'none' } } }
    const quoted = await stack.call(shop.owner, 'shopper', 'shopOrders.quote', asked)
    const { seen } = valueOf<OutputOf<'shopOrders.quote'>>(quoted)
    const input = { ...asked, seen, address: ADDRESS }
    const placed = await stack.call(shop.owner, 'shopper', 'shopOrders.place', input)
    return valueOf<OutputOf<'shopOrders.place'>>(placed).order.id
  }

  function valueOf<Value>(reply: Reply): Value {
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value as Value
  }

  it('is known here', () => {
    expect(Object.keys(SHOWN).sort()).toEqual([...tree.pages].sort())
  })

  it.each(tree.pages)('%s renders what is behind it', async (page) => {
    for (const theme of ['light', 'dark'] as const) {
      const stored = page.startsWith('features/checkout/') ? ofBuyer() : undefined
      const user = await start(shop.owner, { ...CHINESE_PHONE, theme }, stored)
      await user.open(`/${page}${OPENED_WITH[page]?.() ?? ''}`)
      await user.see(SHOWN[page]?.() ?? 'a line of its own in this test')
    }
  })
})

// Last, since these add to the shop's sales.
describe('a long list', () => {
  it('keeps a ledger of years within the nodes that a page may have', async () => {
    const rows = Array.from({ length: 90 }, (_, order) => ({
      ...{ externalId: `years-${order}`, customer: 'years', openid: 'years', quantity: 1, amountFen: 1_000 },
      placedDay: new Date(Date.parse(TODAY) - order * 5 * 86_400_000).toISOString().slice(0, 10),
    }))
    await stack.call(shop.owner, 'merchant', 'orders.import', { source: 'years', rows })
    await stack.call('years', 'shopper', 'member.join', { consentVersion: '1' })
    const user = await start('years')
    await user.switchTab(1)
    await user.tapId('ledger-more')
    await user.tapId('ledger-more')
    await user.see(zh.ledger.earlier)
    expect(Math.max(...user.figures().map(({ nodes }) => nodes))).toBeGreaterThan(400)
    await user.tap(zh.ledger.earlier)
    await user.see(zh.ledger.newest)
    await user.tap(zh.ledger.groups.points.spent)
    await user.see(zh.ledger.nothing)
  })
})

describe('an order', () => {
  it.each([
    ['success', zh.checkout.result.titles.paid, '待发货'],
    ['decline', zh.checkout.result.titles.waiting, '待付款'],
  ] as const)('goods are ordered, and WeChat’s sheet is left by %s', async (outcome, title, state) => {
    await stack.call(outcome, 'shopper', 'member.join', { consentVersion: '1' })
    const user = await start(outcome, CHINESE_PHONE, ofBuyer(), sheetOf(stack.url, outcome))
    await user.open('/features/checkout/index')
    await user.tapId('place-order')
    await user.see(title)
    await user.tapId('to-order')
    await user.see(state)
    await user.open('/features/shop/cart/index')
    await user.see(zh.shop.cart.empty)
  })
})
