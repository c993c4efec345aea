import { line } from '../quote/exampleOrder'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { receiveOrder, shipOrder } from './deliver'
import { AT, BY_MEMBER, memberWith, placed } from './exampleShopOrder'
import { payOrder } from './pay'
import { MOST_REFUNDS, refundOrder } from './refund'
import { askRefund, declineRefund, withdrawRefund } from './refundAsked'
import { may, MOVES, moved, type ShopOrder, type ShopOrderMove, type ShopOrderState } from './shopOrder'
import { undoOrder } from './undo'

const STATES: readonly ShopOrderState[] = [
  'awaitingPayment',
  'paid',
  'shipped',
  'received',
  'cancelled',
  'refunded',
]
const NONE = { coupons: [], points: 0, balance: { of: 'none' as const } }
const fresh = placed(memberWith(), [line('pot', 400)], [], NONE)
const inState = (state: ShopOrderState): ShopOrder => ({ ...fresh.order, state })

const LEADS: Readonly<Record<ShopOrderMove, readonly ShopOrderState[]>> = {
  pay: ['awaitingPayment'],
  cancel: ['awaitingPayment'],
  ship: ['paid'],
  receive: ['shipped'],
  refundAll: ['paid', 'shipped', 'received'],
}

test.each(Object.entries(LEADS))('%s leads from %j and from nowhere else', (move, from) => {
  const name = move as ShopOrderMove
  expect(STATES.filter((state) => may(inState(state), name))).toEqual(from)
  for (const state of STATES.filter((each) => !from.includes(each)))
    expect(() => moved(inState(state), name, { at: AT, what: 'placed' })).toThrow('it cannot')
})

test('nothing leads out of an order that was cancelled or refunded', () => {
  const over = Object.values(MOVES).flatMap((move) => [move.cancelled, move.refunded])
  expect(over.filter(Boolean)).toEqual([])
})

test.each(STATES)('what people do to an order that is %s is refused where the table has no move', (state) => {
  const order = inState(state)
  const parcel = { carrier: 'SF', trackingNumber: '1' }
  const codeOf = (made: { ok: boolean; error?: { code: string } }) => (made.ok ? 'ok' : made.error?.code)
  const not = 'SHOP_ORDER_NOT_NOW'
  expect(codeOf(shipOrder(order, parcel, AT))).toBe(state === 'paid' ? 'ok' : not)
  expect(codeOf(receiveOrder(order, 'received', AT))).toBe(
    state === 'shipped' || state === 'received' ? 'ok' : not,
  )
  expect(codeOf(askRefund(order, { of: 'rest' }, 'r', { at: AT, today: '2026-06-18' }))).toBe(
    LEADS.refundAll.includes(state) ? 'ok' : not,
  )
  expect(codeOf(withdrawRefund(order, AT))).toBe(not)
  expect(codeOf(declineRefund(order, 'r', AT))).toBe(not)
})

test('paying, ending and refunding what does not wait for it throws or is refused: a caller has looked', () => {
  const account = memberWith()
  const paid = payOrder(fresh.account, fresh.order, [], DEFAULT_SETTINGS, BY_MEMBER, {
    at: AT,
    day: '2026-06-18',
  })
  expect(() =>
    payOrder(paid.account, paid.order, [], DEFAULT_SETTINGS, BY_MEMBER, { at: AT, day: '2026-06-18' }),
  ).toThrow('it cannot pay')
  expect(() => undoOrder(account, paid.order, [], DEFAULT_SETTINGS, BY_MEMBER, 'lapsed')).toThrow(
    'it cannot cancel',
  )
  if (!paid.sale) throw new Error('no sale')
  const wish = { refundId: 'R1', request: { of: 'rest' as const }, reason: 'r', by: 'staff:s' as const }
  const early = refundOrder(account, fresh.order, paid.sale, [], wish, DEFAULT_SETTINGS, BY_MEMBER)
  expect(early).toMatchObject({ ok: false, error: { code: 'SHOP_ORDER_NOT_NOW' } })
})

test('an order is refunded in as many parts as WeChat gives back in, and no more', () => {
  const first = payOrder(fresh.account, fresh.order, [], DEFAULT_SETTINGS, BY_MEMBER, {
    at: AT,
    day: '2026-06-18',
  })
  const request = { of: 'amount' as const, amountFen: 1, freightFen: 0 }
  const refund = ({ account, order, sale, coupons }: typeof first, refundId: string) => {
    if (!sale) throw new Error('no sale')
    const wish = { refundId, request, reason: 'r', by: 'staff:s' as const }
    return refundOrder(account, order, sale, coupons, wish, DEFAULT_SETTINGS, BY_MEMBER)
  }
  let state: typeof first = first
  for (let i = 0; i < MOST_REFUNDS; i += 1) {
    const done = refund(state, `R${i}`)
    if (!done.ok) throw new Error(done.error.code)
    state = done.value
  }
  expect(refund(state, 'R50')).toMatchObject({ ok: false, error: { code: 'REFUNDS_TOO_MANY', most: 50 } })
})

test('each change of an order is one version more, with what happened', () => {
  const shipped = shipOrder(inState('paid'), { carrier: 'SF', trackingNumber: '1' }, AT + 1)
  if (!shipped.ok) throw new Error(shipped.error.code)
  expect(shipped.value).toMatchObject({
    version: 2,
    events: [{ what: 'placed' }, { what: 'shipped', at: AT + 1 }],
  })
  expect(shipped.value.dueAt).toBe(AT + 1 + 10 * 86_400_000)
})
