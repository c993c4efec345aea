import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '@shared/contracts'
import type { Day } from '@shared/kernel/day'
import type { BenefitSettings } from '@shared/rules/benefits/benefit'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import type { Settings } from '@shared/rules/settings/settings'
import { impossible } from '@shared/rules/tiers/impossible'
import { withRules, type TierRules } from '@shared/rules/tiers/tierRules'
import { plusDays } from '../books/days'
import type { AskedRules, ShopBooks } from '../books/shopBooks'
import { areOff } from '../books/tierBooks'
import { must } from '../operation'
import { callOf, type Capability, type Draw } from './command'
import { isRightlyForbidden, OWNER } from './staff'
import { CATEGORIES, PRODUCTS } from './sales'
import { drawBenefits, drawTiers } from './tierRules'

type Input = InputOf<'settings.save'>
type Topic = Input['topic']

type Value<T extends Topic> = Omit<Settings[T], 'version'>

type Drawn =
  | { [T in Exclude<Topic, 'tiers'>]: { readonly topic: T; readonly value: Value<T> } }[Exclude<
      Topic,
      'tiers'
    >]
  | { readonly topic: 'tiers'; readonly value: TierRules }

/** A save as it is drawn; `behind` is by how many versions the merchant's page is out of date. */
interface DrawnSave {
  readonly openid: string
  readonly number: number
  readonly rules: Drawn
  readonly behind: number
}

function versionOf(topic: Topic, { number, behind }: Pick<DrawnSave, 'number' | 'behind'>, shop: ShopBooks) {
  return shop.sentAs(`save ${number}`, () => Math.max(0, shop.settings.latest[topic].version - behind))
}

/** What is sent of a drawn save, each time the same: what levels give goes with the levels there are. */
function inputOf(drawn: DrawnSave, shop: ShopBooks): Input {
  const { rules } = drawn
  const expectedVersion = versionOf(rules.topic, drawn, shop)
  return shop.sentAs(`input ${drawn.number}`, () => {
    const { tiers, benefits } = shop.settings.latest
    if (rules.topic === 'benefits')
      return { ...rules, expectedVersion, value: onLevels(rules.value, tiers.levels) }
    if (rules.topic !== 'tiers' || drawn.number % 8 === 0) return { ...rules, expectedVersion } as Input
    const { version, ...kept } = benefits
    const value = onLevels(kept, rules.value.levels)
    return { ...rules, expectedVersion, benefits: { expectedVersion: version, value } }
  })
}

/** Benefits of levels that are not there any more go with them; the lowest level gives no points on upgrade. */
function onLevels({ benefits }: Value<'benefits'>, levels: Settings['tiers']['levels']): Value<'benefits'> {
  const [lowest] = levels
  return {
    benefits: benefits.filter(
      ({ levelId, perk }) =>
        levels.some(({ id }) => id === levelId) && (perk.of !== 'pointsOnUpgrade' || levelId !== lowest?.id),
    ),
  }
}

/** What may come of a save: what was sent, and what of it the server says itself. */
function askedOf(input: Input, today: Day): AskedRules[] {
  const { topic, expectedVersion, value } = input
  const version = expectedVersion + 1
  const isSame = (found: object, right: object): boolean => isDeepStrictEqual(found, { ...right, version })
  const asked: AskedRules = {
    topic,
    version,
    isAsked: (found, { tiers, benefits }) => {
      if (topic === 'tiers') return isSame(found, { ...value, pauses: tiers.pauses })
      if (topic === 'benefits') return areAdded(found as BenefitSettings, value, benefits, today, version)
      return isSame(found, value)
    },
  }
  const beside = topic === 'tiers' ? input.benefits : undefined
  if (!beside) return [asked]
  const next = beside.expectedVersion + 1
  const isAsked: AskedRules['isAsked'] = (found, { benefits }) =>
    areAdded(found as BenefitSettings, beside.value, benefits, today, next)
  return [asked, { topic: 'benefits', version: next, isAsked }]
}

/** Benefits as they were sent, each from the day on which it was added: of a new one today, of one as it was its own. */
function areAdded(
  found: BenefitSettings,
  { benefits }: Value<'benefits'>,
  before: BenefitSettings,
  today: Day,
  version: number,
): boolean {
  const right = benefits.map((benefit, index) => {
    const { addedOn } = found.benefits[index] ?? benefit
    const there = before.benefits.find(({ id }) => id === benefit.id)
    const isAsBefore = there && isDeepStrictEqual({ ...there, addedOn }, { ...benefit, addedOn })
    const days = isAsBefore ? [there.addedOn] : [today, there?.addedOn]
    return days.includes(addedOn) ? { ...benefit, addedOn } : null
  })
  return isDeepStrictEqual(found, { benefits: right, version })
}

/** Whether levels, or what they give, can't be saved as they are. */
export const cannotBeSaved = (program: Settings['tiers'], benefits: BenefitSettings): boolean =>
  impossible(program).length + impossibleBenefits(benefits, program).length > 0

/** Whether levels and what they give do not go together, by what is saved at some time of a call. */
function isImpossible(input: Input, shop: ShopBooks, startedAt: number): boolean {
  if (input.topic !== 'tiers' && input.topic !== 'benefits') return false
  return shop.settings.possible(startedAt).some(({ tiers, benefits }) => {
    const program = input.topic === 'tiers' ? withRules(tiers, input.value) : tiers
    const edited = input.topic === 'benefits' ? input.value : (input.benefits?.value ?? benefits)
    return cannotBeSaved(program, { version: 0, ...edited })
  })
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
  sends: inputOf,
  begins: (shop, drawn, today) => {
    if (drawn.openid === OWNER) shop.attempted.rules.push(...askedOf(inputOf(drawn, shop), today))
  },
  answered: (shop, drawn, { version }) => {
    const input = inputOf(drawn, shop)
    must(version === input.expectedVersion + 1, () => `${input.topic}: version ${version} was acknowledged`)
    const saved = shop.settings.version(input.topic, version)
    const isSaved = input.topic === 'benefits' || isMadeOf(saved, input.value)
    must(
      saved !== undefined && isSaved,
      () => `${input.topic}: version ${version} was acknowledged and is ${JSON.stringify(saved)}`,
    )
  },
  refused: (shop, drawn, error, { startedAt }) => {
    const input = inputOf(drawn, shop)
    const { latest } = shop.settings
    const isBehind =
      latest[input.topic].version !== input.expectedVersion ||
      (input.topic === 'tiers' &&
        input.benefits !== undefined &&
        latest.benefits.version !== input.benefits.expectedVersion)
    return (
      isRightlyForbidden(shop, drawn, error) ||
      (error.code === 'SETTINGS_CHANGED' && isBehind) ||
      (error.code === 'IMPOSSIBLE_SETTINGS' && isImpossible(input, shop, startedAt))
    )
  },
})

/** Whether what is saved has all that was sent. */
const isMadeOf = (saved: object | undefined, sent: object): boolean =>
  Object.entries(sent).every(([key, value]) => isDeepStrictEqual(saved?.[key as keyof typeof saved], value))

interface DrawnSwitch {
  readonly openid: string
  readonly number: number
  readonly on: boolean
  readonly behind: number
}

const switchTiers = callOf({
  name: 'settings.switchTiers',
  weight: 0.4,
  mayRest: true,
  draw: (draw): DrawnSwitch => ({
    openid: draw.random.chance(0.05) ? draw.shopper() : OWNER,
    number: draw.count(),
    on: draw.random.chance(0.6),
    behind: draw.random.chance(0.05) ? 1 : 0,
  }),
  openid: ({ openid }) => openid,
  sends: (drawn, shop) => ({ on: drawn.on, expectedVersion: versionOf('tiers', drawn, shop) }),
  begins: (shop, drawn, today) => {
    if (drawn.openid !== OWNER) return
    const version = versionOf('tiers', drawn, shop) + 1
    shop.attempted.rules.push({
      topic: 'tiers',
      version,
      isAsked: (found, { tiers }) =>
        isDeepStrictEqual(found, { ...tiers, pauses: pausesAfter(tiers.pauses, drawn.on, today), version }),
    })
  },
  answered: (shop, drawn, { version }) => {
    must(version === versionOf('tiers', drawn, shop) + 1, () => `tiers: version ${version} was acknowledged`)
    const saved = shop.settings.version('tiers', version) as Settings['tiers'] | undefined
    must(saved !== undefined && areOff(saved) !== drawn.on, () => `tiers: ${version} is not as switched`)
  },
  refused: (shop, drawn, error) =>
    isRightlyForbidden(shop, drawn, error) ||
    (error.code === 'SETTINGS_CHANGED' &&
      shop.settings.latest.tiers.version !== versionOf('tiers', drawn, shop)),
})

type Pauses = Settings['tiers']['pauses']

function pausesAfter(pauses: Pauses, on: boolean, today: Day): Pauses {
  if (on) return pauses.map(({ from, to }) => ({ from, to: to ?? today }))
  return pauses.some(({ to }) => to === null) ? pauses : [...pauses, { from: today, to: null }]
}

export const settings: Capability = { commands: [save, switchTiers] }

const TOPICS = ['earning', 'campaigns', 'points', 'growth', 'tiers', 'tiers', 'benefits'] as const

/** Rules that a merchant may come to, topic by topic: between them every rule comes to be used. */
function drawTopic(draw: Draw): Drawn {
  const topic = draw.random.pick(TOPICS)
  if (topic === 'earning') return { topic, value: drawEarning(draw) }
  if (topic === 'campaigns') return { topic, value: drawCampaigns(draw) }
  if (topic === 'points') return { topic, value: drawPoints(draw) }
  if (topic === 'tiers') return { topic, value: drawTiers(draw) }
  if (topic === 'benefits') return { topic, value: { benefits: drawBenefits(draw) } }
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
