import { toppedUp } from '../wallet/exampleWallet'
import { hold } from '../wallet/hold'
import { LEGAL_PREPAID } from '../wallet/settings'
import { fundsOf, NO_WALLET } from '../wallet/wallet'
import { ON_SALE } from './exampleCard'
import { impossibleGiftCards } from './impossible'
import { payingFor, termsOf, type CardChoice } from './offer'
import { DEFAULT_GIFT_CARDS, type GiftCardSettings } from './settings'

const choice: CardChoice = { designId: 'tea', amountFen: 20_000, count: 3 }
const terms = (
  more: Partial<CardChoice>,
  settings: Partial<GiftCardSettings> = {},
  prepaid = LEGAL_PREPAID,
) => {
  const found = termsOf({ ...choice, ...more }, { ...ON_SALE, ...settings }, prepaid)
  return found.ok ? found.value : found.error
}

describe('what cards cost', () => {
  test('a fixed amount has its bonus, one of the buyer’s own has none', () => {
    expect(terms({})).toEqual({
      designId: 'tea',
      principalFen: 20_000,
      bonusFen: 2_000,
      count: 3,
      priceFen: 60_000,
      version: 3,
    })
    expect(terms({ amountFen: 20_001, count: 1 })).toMatchObject({ principalFen: 20_001, bonusFen: 0 })
    expect([terms({ amountFen: 1_000 }), terms({ amountFen: 100_000 })]).toMatchObject([
      { priceFen: 3_000 },
      { priceFen: 300_000 },
    ])
  })

  test.each<[string, object]>([
    ['GIFT_CARDS_OFF', terms({}, { isOn: false })],
    ['GIFT_CARD_DESIGN_UNKNOWN', terms({ designId: 'gone' })],
    [
      'GIFT_CARD_DESIGN_UNKNOWN',
      terms({}, { designs: ON_SALE.designs.map((each) => ({ ...each, isOn: false })) }),
    ],
    ['GIFT_CARD_AMOUNT_UNKNOWN', terms({ amountFen: 999 })],
    ['GIFT_CARD_AMOUNT_UNKNOWN', terms({ amountFen: 100_001 })],
    ['GIFT_CARD_AMOUNT_UNKNOWN', terms({ amountFen: 1_000.5 })],
    ['GIFT_CARD_AMOUNT_UNKNOWN', terms({ amountFen: 1_000 }, { anyAmount: null })],
    ['GIFT_CARD_COUNT', terms({ count: 0 })],
    ['GIFT_CARD_COUNT', terms({ count: 1.5 })],
    ['GIFT_CARD_COUNT', terms({ count: 11 })],
    ['GIFT_CARD_ABOVE_BEARER', terms({ amountFen: 50_000 }, {}, { ...LEGAL_PREPAID, mostBearerFen: 49_999 })],
  ])('what cannot be had is refused: %s', (code, refusal) => expect(refusal).toMatchObject({ code }))

  test('a refusal says what can be chosen', () => {
    expect(terms({ amountFen: 999 })).toEqual({
      code: 'GIFT_CARD_AMOUNT_UNKNOWN',
      amountsFen: [20_000, 50_000],
      range: { leastFen: 1_000, mostFen: 100_000 },
    })
    expect(terms({ count: 11 })).toEqual({ code: 'GIFT_CARD_COUNT', most: 10 })
  })
})

describe('what pays for them', () => {
  const wallet = toppedUp({ id: 'a', paidFen: 10_000, bonusFen: 5_000 })
  const pay = (choice: Parameters<typeof payingFor>[1], takesBalance: boolean, from = wallet) => {
    const paying = payingFor({ priceFen: 20_000 }, choice, from, { takesBalance })
    return paying.ok ? paying.value : paying.error
  }

  test('stored value pays for no card unless the shop lets it', () => {
    expect(pay({ of: 'all' }, false)).toEqual({ code: 'GIFT_CARD_BALANCE_NOT_TAKEN' })
    expect(pay({ of: 'upTo', amountFen: 1 }, false)).toEqual({ code: 'GIFT_CARD_BALANCE_NOT_TAKEN' })
    expect(pay({ of: 'none' }, false)).toEqual({ balanceFen: 0, wechatFen: 20_000 })
  })

  test('and then its principal alone', () => {
    expect(pay({ of: 'all' }, true)).toEqual({ balanceFen: 10_000, wechatFen: 10_000 })
    expect(pay({ of: 'upTo', amountFen: 10_001 }, true)).toMatchObject({
      code: 'WALLET_SHORT',
      missingFen: 1,
    })
    const held = hold(wallet, { orderId: 'p', at: 1, amountFen: 10_000 }, 'principalFirst')
    expect(held.ok && fundsOf(held.value.holds[0]!.parts)).toEqual({ principalFen: 10_000, bonusFen: 0 })
    expect(pay({ of: 'all' }, true, NO_WALLET)).toEqual({ balanceFen: 0, wechatFen: 20_000 })
  })

  test('never more than they cost', () => {
    const rich = toppedUp({ id: 'a', paidFen: 90_000, bonusFen: 0 })
    expect(pay({ of: 'all' }, true, rich)).toEqual({ balanceFen: 20_000, wechatFen: 0 })
  })
})

describe('settings that cannot be saved', () => {
  const codes = (more: Partial<GiftCardSettings>, prepaid = LEGAL_PREPAID) =>
    impossibleGiftCards({ ...ON_SALE, ...more }, prepaid).map(({ code }) => code)
  const [tea] = ON_SALE.designs
  if (!tea) throw new Error('there is no face')

  test('what a shop begins with and the example can be', () => {
    expect(impossibleGiftCards(DEFAULT_GIFT_CARDS, LEGAL_PREPAID)).toEqual([])
    expect(codes({})).toEqual([])
  })

  test.each<[string, Partial<GiftCardSettings>]>([
    ['tooManyDesigns', { designs: Array.from({ length: 31 }, (_, i) => ({ ...tea, id: `${i}` })) }],
    ['sameId', { designs: [tea, tea] }],
    ['noWords', { designs: [{ ...tea, name: { zh: '茶', en: ' ' } }] }],
    ['pictureUnknown', { designs: [{ ...tea, picture: 'http://a' }] }],
    ['noDesign', { designs: [{ ...tea, isOn: false }] }],
    ['noAmount', { amounts: [], anyAmount: null }],
    [
      'tooManyAmounts',
      { amounts: Array.from({ length: 13 }, (_, i) => ({ amountFen: i + 1, bonusFen: 0 })) },
    ],
    ['sameAmount', { amounts: [1, 1].map((amountFen) => ({ amountFen, bonusFen: 0 })) }],
    ['amountNotPositive', { amounts: [{ amountFen: 0, bonusFen: 0 }] }],
    ['amountNotPositive', { anyAmount: { leastFen: 0, mostFen: 1 } }],
    ['bonusNotWhole', { amounts: [{ amountFen: 1, bonusFen: -1 }] }],
    ['aboveBearer', { amounts: [{ amountFen: 100_001, bonusFen: 0 }] }],
    ['aboveBearer', { anyAmount: { leastFen: 1, mostFen: 100_001 } }],
    ['rangeBackwards', { anyAmount: { leastFen: 2, mostFen: 1 } }],
    ['atOnceNotPossible', { mostAtOnce: 51 }],
  ])('%s', (code, more) => expect(codes(more)).toEqual([code]))

  test('bonus counts for the limit of a card where it counts for a wallet', () => {
    const amounts = [{ amountFen: 100_000, bonusFen: 1 }]
    expect(codes({ amounts })).toEqual([])
    expect(codes({ amounts }, { ...LEGAL_PREPAID, countsBonus: true })).toEqual(['aboveBearer'])
  })
})
