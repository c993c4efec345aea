import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '@shared/contracts'
import type { Settings } from '@shared/rules/settings/settings'
import { plusDays } from '../books/days'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { callOf, type Capability, type Draw } from './command'
import { isRightlyForbidden, OWNER } from './staff'
import { CATEGORIES, PRODUCTS } from './sales'

type Topic = InputOf<'settings.save'>['topic']

type Value<T extends Topic> = Omit<Settings[T], 'version'>

type Drawn = { [T in Topic]: { readonly topic: T; readonly value: Value<T> } }[Topic]

/** A save as it is drawn; `behind` is by how many versions the merchant's page is out of date. */
interface DrawnSave {
  readonly openid: string
  readonly number: number
  readonly rules: Drawn
  readonly behind: number
}

function versionOf({ rules, number, behind }: DrawnSave, shop: ShopBooks): number {
  return shop.sentAs(`save ${number}`, () => Math.max(0, shop.settings.latest[rules.topic].version - behind))
}

const save = callOf({
  name: 'settings.save',
  weight: 1,
  mayRest: true,
  draw: (draw): DrawnSave => ({
    openid: draw.random.chance(0.05) ? draw.shopper() : OWNER,
    number: draw.count(),
    rules: drawTopic(draw),
    behind: draw.random.chance(0.05) ? 1 : 0,
  }),
  openid: ({ openid }) => openid,
  sends: (drawn, shop) =>
    ({ ...drawn.rules, expectedVersion: versionOf(drawn, shop) }) as InputOf<'settings.save'>,
  begins: (shop, drawn) => {
    const { topic, value } = drawn.rules
    if (drawn.openid === OWNER)
      shop.attempted.rules.push({ topic, value, version: versionOf(drawn, shop) + 1 })
  },
  answered: (shop, drawn, { version }) => {
    const { topic, value } = drawn.rules
    const saved = shop.settings.version(topic, version)
    must(version === versionOf(drawn, shop) + 1, () => `${topic}: version ${version} was acknowledged`)
    must(
      saved !== undefined && isDeepStrictEqual({ ...value, version }, saved),
      () => `${topic}: version ${version} was acknowledged and is ${JSON.stringify(saved)}`,
    )
  },
  refused: (shop, drawn, error) =>
    isRightlyForbidden(shop, drawn, error) ||
    (error.code === 'SETTINGS_CHANGED' &&
      shop.settings.latest[drawn.rules.topic].version !== versionOf(drawn, shop)),
})

export const settings: Capability = { commands: [save] }

/** Rules that a merchant may come to, topic by topic: between them every rule comes to be used. */
function drawTopic(draw: Draw): Drawn {
  const topic = draw.random.pick(['earning', 'campaigns', 'points', 'growth'] as const)
  if (topic === 'earning') return { topic, value: drawEarning(draw) }
  if (topic === 'campaigns') return { topic, value: drawCampaigns(draw) }
  if (topic === 'points') return { topic, value: drawPoints(draw) }
  return { topic, value: { mode: drawMode(draw) } }
}

function drawEarning(draw: Draw): Value<'earning'> {
  const { random } = draw
  const stacking = random.pick(['best', 'sumOfExtras', 'product'] as const)
  return {
    pointsPerYuan: random.pick([1, 1, 2, 10, 0]),
    growthPerYuan: random.pick([1, 1, 3, 0]),
    multipliers: Array.from({ length: random.pick([0, 1, 3]) }, (_, index) => ({
      ...drawRule(draw, `m${index}`),
      when: random.pick([
        { of: 'always' },
        { of: 'birthday' },
        { of: 'birthdayMonth' },
        { of: 'dates', ...drawDates(draw) },
      ] as const),
    })),
    stacking,
    capBp: stacking === 'product' ? 25_000 : random.pick([null, null, 25_000]),
    releaseDays: random.pick([0, 0, 1, 3, 15]),
    dailyCaps: random.pick([{}, {}, { checkin: 8 }, { order: 300, checkin: 20 }, { order: 50 }]),
  }
}

function drawRule(draw: Draw, id: string) {
  const { random } = draw
  return {
    id,
    name: { zh: `规则 ${id}`, en: `Rule ${id}` },
    rateBp: random.pick([12_000, 15_000, 20_000, 33_333, 50_000]),
    goods: random.pick([
      { of: 'all' },
      { of: 'all' },
      { of: 'categories', categories: [random.pick(CATEGORIES), random.pick(CATEGORIES)] },
      { of: 'products', products: [random.pick(PRODUCTS)] },
    ] as const),
    audience: random.pick([
      { of: 'everyone' },
      { of: 'everyone' },
      { of: 'tiers', tiers: ['silver', 'gold', 'diamond'] },
      { of: 'paidMembers' },
      { of: 'segment', segment: 'regulars' },
    ] as const),
  }
}

function drawDates({ random, today }: Draw): { from: string; to: string } {
  const from = plusDays(today, Math.floor((random.next() - 0.5) * 40))
  return { from, to: plusDays(from, Math.floor(random.next() * 40)) }
}

function drawCampaigns(draw: Draw): Value<'campaigns'> {
  return {
    campaigns: Array.from({ length: draw.random.pick([0, 1, 2, 4]) }, (_, index) => ({
      ...drawRule(draw, `c${index}`),
      isOn: draw.random.chance(0.8),
      ...drawDates(draw),
    })),
  }
}

function drawPoints({ random }: Draw): Value<'points'> {
  return {
    validity: random.pick([
      { kind: 'never' },
      { kind: 'days', validDays: 3 },
      { kind: 'days', validDays: 40 },
      { kind: 'months', validMonths: 1, toMonthEnd: false },
      { kind: 'months', validMonths: 2, toMonthEnd: true },
      { kind: 'endOfNextYear' },
    ] as const),
    graceDays: random.pick([0, 7, 30]),
    toCash: {
      ...random.pick([
        { pointsPerYuan: 100, step: 100, minimum: 100 },
        { pointsPerYuan: 10, step: 10, minimum: 20 },
        { pointsPerYuan: 1, step: 1, minimum: 1 },
      ]),
      cap: random.pick([
        { kind: 'shareOfPayable', shareBp: 5_000 },
        { kind: 'shareOfPayable', shareBp: 10_000 },
        { kind: 'amount', fen: 3_000 },
      ] as const),
      allowsZero: random.chance(0.3),
    },
  }
}

function drawMode({ random, today }: Draw): Settings['growth']['mode'] {
  return random.pick([
    { kind: 'allTime' },
    { kind: 'rolling', windowDays: 7 },
    { kind: 'rolling', windowDays: 30 },
    { kind: 'rolling', windowDays: 365 },
    {
      kind: 'reset',
      everyMonths: random.pick([1, 3, 12]),
      from: plusDays(today, Math.floor((random.next() - 0.7) * 90)),
    },
  ] as const)
}
