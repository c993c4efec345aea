import { randomBytes, randomUUID } from 'node:crypto'
import type { InputOf } from '@shared/contracts'
import { codeIn, codeOf } from '@shared/rules/giftCards/code'
import { must, repeat } from '../support/couponShop'
import { openCardShop, type CardShop } from '../support/cardShop'

// Keys are made of primes, which are looked for as long as it takes.
jest.setTimeout(120_000)

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const YEAR_MS = 366 * DAY_MS

let shop: CardShop
let number = 0
let visitor: string
const faults = jest.spyOn(console, 'error')

beforeAll(async () => {
  faults.mockImplementation(() => undefined)
  shop = await openCardShop('2026-06-18T04:00:00Z')
  await shop.makeIndexes()
  await shop.staff('clerk', 'clerk')
  await shop.cardRules()
})
afterAll(() => shop.close())
beforeEach(() => {
  faults.mockClear()
  visitor = `oVisitor${(number += 1)}`
})

const RULES: InputOf<'giftCards.makeBatch'> = {
  name: '开业',
  designId: 'tea',
  count: 2_300,
  principalFen: 10_000,
  bonusFen: 1_000,
}
const refusalOf = (answered: { ok: boolean; error?: { code: string } }) => answered.error?.code
const wrongCode = () => codeOf(randomBytes(16))
const batchOf = async (id: string) => must(await shop.merchant('owner', 'giftCards.batch', { id }))

async function made(rules: Partial<typeof RULES> = {}): Promise<string> {
  const { batch } = must(await shop.merchant('owner', 'giftCards.makeBatch', { ...RULES, ...rules }))
  let state = batch.state
  while (state === 'making')
    state = must(await shop.merchant('owner', 'giftCards.carryOnBatch', { id: batch.id })).batch.state
  return batch.id
}

/** All codes of a batch, by the number of each. */
async function exported(id: string, exportId: string = randomUUID()): Promise<string[]> {
  const codes: string[] = []
  for (let from: number | null = 1; from !== null;) {
    const slice: { codes: { printed: string }[]; next: number | null } = must(
      await shop.merchant('owner', 'giftCards.exportBatch', { id, exportId, from }),
    )
    codes.push(...slice.codes.map(({ printed }) => printed))
    from = slice.next
  }
  return codes
}

async function activated(id: string, from: number, to: number): Promise<number> {
  let sold = 0
  for (let next: number | null = from; next !== null;) {
    const slice: { activated: number; next: number | null } = must(
      await shop.merchant('clerk', 'giftCards.activate', { id, from: next, to }),
    )
    sold += slice.activated
    next = slice.next
  }
  return sold
}

describe('printed cards', () => {
  test('one that expired is made good again; one made void is not', async () => {
    const id = await made({ count: 3 })
    const [first, second] = await exported(id)
    await activated(id, 1, 3)
    const listed = must(await shop.merchant('clerk', 'giftCards.cards', { of: 'batch', id, from: 1 })).cards
    expect(listed.map((card) => [card.number, card.state])).toEqual([
      [1, 'paid'],
      [2, 'paid'],
      [3, 'paid'],
    ])
    const [one, two] = listed.map((card) => card.id)
    jest.setSystemTime(Date.now() + DAY_MS)
    expect(refusalOf(await shop.merchant('owner', 'giftCards.reactivate', { id: one! }))).toBe(
      'GIFT_CARD_PAID',
    )
    must(await shop.merchant('owner', 'giftCards.void', { id: two!, reason: '卡面破损' }))
    expect(refusalOf(await shop.claim(visitor, second!))).toBe('GIFT_CARD_VOIDED')
    jest.setSystemTime(Date.now() + 4 * YEAR_MS)
    expect(refusalOf(await shop.claim(visitor, first!))).toBe('GIFT_CARD_EXPIRED')
    const again = must(await shop.merchant('owner', 'giftCards.reactivate', { id: one! })).card
    expect(again.state).toBe('paid')
    must(await shop.claim(visitor, first!))
    await shop.timer('hourly')
    const third = must(await shop.merchant('clerk', 'giftCards.cards', { of: 'card', id: listed[2]!.id }))
    expect(third.cards).toMatchObject([{ state: 'expired' }])
    expect(refusalOf(await shop.merchant('owner', 'giftCards.void', { id: 'none', reason: 'x' }))).toBe(
      'GIFT_CARD_NOT_FOUND',
    )
  })

  test('made in slices with progress, exported once, sold by their numbers, claimed and counted', async () => {
    const begun = must(await shop.merchant('owner', 'giftCards.makeBatch', RULES)).batch
    expect(begun).toMatchObject({ state: 'making', made: 0 })
    const { id } = begun
    const early = { id, exportId: randomUUID(), from: 1 }
    expect(refusalOf(await shop.merchant('owner', 'giftCards.exportBatch', early))).toBe(
      'GIFT_BATCH_NOT_MADE',
    )
    const carried = must(await shop.merchant('owner', 'giftCards.carryOnBatch', { id })).batch
    expect(carried).toMatchObject({ state: 'making', made: 2_000 })
    await shop.timer('everyMinute')
    expect((await batchOf(id)).batch).toMatchObject({ state: 'made', made: 2_300 })
    expect(refusalOf(await shop.merchant('clerk', 'giftCards.activate', { id, from: 1, to: 1 }))).toBe(
      'GIFT_BATCH_NOT_EXPORTED',
    )
    const exportId = randomUUID()
    const codes = await exported(id, exportId)
    expect(new Set(codes).size).toBe(2_300)
    // An answer that was lost is asked for again by the same export; another one gets nothing.
    expect(await exported(id, exportId)).toEqual(codes)
    const other = { id, exportId: randomUUID(), from: 1 }
    expect(refusalOf(await shop.merchant('owner', 'giftCards.exportBatch', other))).toBe(
      'GIFT_BATCH_EXPORTED',
    )
    jest.setSystemTime(Date.now() + 16 * MINUTE_MS)
    expect(refusalOf(await shop.merchant('owner', 'giftCards.exportBatch', { ...other, exportId }))).toBe(
      'GIFT_BATCH_EXPORTED',
    )
    const code = codes[6]!
    expect(must(await shop.shopper(visitor, 'giftCards.peek', { code })).card.state).toBe('notActive')
    expect(refusalOf(await shop.claim(visitor, code))).toBe('GIFT_CARD_NOT_PAID')
    expect(refusalOf(await shop.merchant('clerk', 'giftCards.activate', { id, from: 7, to: 2_301 }))).toBe(
      'GIFT_BATCH_NUMBERS',
    )
    expect(await activated(id, 1, 1_500)).toBe(1_500)
    expect(await activated(id, 1_000, 1_600)).toBe(100)
    expect(must(await shop.claim(visitor, code.toLowerCase()))).toMatchObject({
      hasRegistered: true,
      balances: { principal: 10_000, bonus: 1_000 },
    })
    expect((await shop.account(visitor)).invitedBy).toBeUndefined()
    expect((await batchOf(id)).figures).toEqual({
      count: 2_300,
      sold: 1_600,
      claimed: 1,
      voided: 0,
      soldFen: 16_000_000,
      openFen: 1_599 * 11_000,
    })
    expect(await shop.differences()).toEqual([])
  })

  test('the same request again is the same batch; what cannot be made is refused with why', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => repeat(shop, 'merchant', 'owner', 'giftCards.makeBatch', { ...RULES, count: 5 })),
    )
    const [one, two] = twice.map((each) => (must(each) as { batch: { id: string } }).batch.id)
    expect(one).toBe(two)
    const answered = await shop.merchant('owner', 'giftCards.makeBatch', {
      ...RULES,
      count: 0,
      principalFen: 200_000,
    })
    expect(answered).toMatchObject({ error: { code: 'GIFT_BATCH_IMPOSSIBLE' } })
    const { batches } = must(await shop.merchant('clerk', 'giftCards.batches', {}))
    expect(batches.map(({ id }) => id)).toContain(one)
    const clerks = await shop.merchant('clerk', 'giftCards.makeBatch', RULES)
    expect(refusalOf(clerks)).toBe('FORBIDDEN')
    for (const name of ['giftCards.batch', 'giftCards.carryOnBatch'] as const)
      expect(refusalOf(await shop.merchant('owner', name, { id: 'nowhere' }))).toBe('GIFT_BATCH_NOT_FOUND')
  })

  test('two exports at once: one has the codes', async () => {
    const id = await made({ count: 20 })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        shop.merchant('owner', 'giftCards.exportBatch', { id, exportId: randomUUID(), from: 1 }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('wrong codes', () => {
  const peek = (code: string, who = visitor) => shop.shopper(who, 'giftCards.peek', { code })

  test('five in ten minutes: of fifty at once five are looked up, and then not even a right one is', async () => {
    const id = await made({ count: 1 })
    const [right] = await exported(id)
    const answers = await Promise.all(Array.from({ length: 50 }, () => peek(wrongCode())))
    const known = answers.map(refusalOf)
    expect(known.filter((code) => code === 'GIFT_CARD_CODE_UNKNOWN')).toHaveLength(5)
    expect(known.filter((code) => code === 'GIFT_CARD_TRIES')).toHaveLength(45)
    expect(refusalOf(await peek(right!))).toBe('GIFT_CARD_TRIES')
    expect(refusalOf(await shop.claim(visitor, right!))).toBe('GIFT_CARD_TRIES')
    expect(must(await peek(right!, `${visitor}-other`)).card.state).toBe('notActive')
    jest.setSystemTime(Date.now() + 10 * MINUTE_MS)
    expect(must(await peek(right!)).card.state).toBe('notActive')
  })

  test('what is no code is no guess, and a known one is none either', async () => {
    const id = await made({ count: 1 })
    const [right] = await exported(id)
    for (let times = 0; times < 8; times += 1) {
      expect(refusalOf(await peek('https://example.com/?q=menu'))).toBe('GIFT_CARD_CODE_UNKNOWN')
      expect(must(await peek(right!)).card.state).toBe('notActive')
    }
    expect(codeIn(right!)).not.toBeNull()
  })

  test('a hundred of all people together raise one alarm, which the shop sees', async () => {
    jest.setSystemTime(Date.now() + 60 * MINUTE_MS)
    await shop.timer('everyMinute')
    expect(must(await shop.merchant('clerk', 'giftCards.batches', {})).alarm).toBeNull()
    await Promise.all(
      Array.from({ length: 100 }, (_, place) => peek(wrongCode(), `${visitor}-${Math.floor(place / 5)}`)),
    )
    await shop.timer('everyMinute')
    await shop.timer('everyMinute')
    expect(must(await shop.merchant('clerk', 'giftCards.batches', {})).alarm).toMatchObject({ wrong: 100 })
    const alarms = faults.mock.calls.filter(([line]) => String(line).includes('guessing'))
    expect(alarms).toHaveLength(1)
  })

  test('tries that count no more are forgotten', async () => {
    await peek(wrongCode())
    jest.setSystemTime(Date.now() + 60 * MINUTE_MS)
    await shop.timer('hourly')
    const { data } = await shop.cloud.db.collection('cardTries').limit(100).get()
    expect((data as { _id: string }[]).map(({ _id }) => _id)).toEqual(['alarm'])
  })
})

test('settings that cannot be are refused with why', async () => {
  await expect(shop.cardRules({ amounts: [], anyAmount: null })).rejects.toThrow(/面额/)
  await expect(
    shop.cardRules({
      designs: [{ id: 'tea', name: { zh: '茶', en: 'Tea' }, picture: 'nothing', isOn: true }],
    }),
  ).rejects.toThrow(/“茶”/)
  const read = must(await shop.merchant('owner', 'settings.read', { topic: 'giftCards' }))
  expect(read).toMatchObject({ topic: 'giftCards', mostBearerFen: 100_000, value: { isOn: true } })
})
