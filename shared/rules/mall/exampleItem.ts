import type { Day } from '@shared/kernel/day'
import { NOTHING } from '../quote/paid'
import type { ItemGives, MallItem } from './item'
import { moveRedemption, type RedemptionMove } from './move'
import { newRedemption, type Act, type Redemption } from './redemption'

/* A mug for 500 points, and how to speak of redeeming it in a test. */

export const TODAY = '2026-06-18'
export const AT = 1_781_755_200_000

export const MUG: MallItem = {
  id: 'mug',
  version: 2,
  name: { zh: '马克杯', en: 'Mug' },
  description: { zh: '', en: '' },
  pictures: ['drawn:pot'],
  gives: { of: 'physical', ways: ['ship', 'pickUp'] },
  price: { points: 500, fen: 0 },
  isCounted: true,
  limits: { ever: null, perMonth: null },
  levels: null,
  opensAt: null,
  closesAt: null,
  earlyHours: {},
  returnDays: 7,
  isOn: true,
}

export const item = (gives: ItemGives, more: Partial<MallItem> = {}): MallItem => ({
  ...MUG,
  gives,
  returnDays: 0,
  ...more,
})

export const COUPON = item({ of: 'coupon', templateId: 't1' })
export const SERVICE = item({ of: 'service' })
export const CREDIT = item({ of: 'walletCredit', bonusFen: 1_000 })
export const DAYS = item({ of: 'membershipDays', levelId: 'plus', days: 30 })

export function redemptionOf(
  of = MUG,
  chosenWay: 'ship' | 'pickUp' | null = 'ship',
  quantity = 1,
): Redemption {
  return newRedemption(of, {
    _id: 'R1',
    member: 'm1',
    quantity,
    chosenWay,
    taken: [{ validUntil: '2026-12-31', points: -of.price.points * quantity }],
    paid: NOTHING,
    parts: [],
    code: 'K7QM-3XTP',
    extraReturnDays: 0,
    at: AT,
    day: TODAY,
  })
}

export const act = (by: Act['by'] = 'member', day: Day = TODAY): Act => ({ at: AT, day, by })

export const pay: RedemptionMove = { does: 'pay', at: AT }
export const ship: RedemptionMove = {
  does: 'ship',
  shipment: { at: AT, day: TODAY, carrier: '顺丰', trackingNo: 'SF1' },
}
export const receive: RedemptionMove = { does: 'receive', got: act() }
export const handOver: RedemptionMove = { does: 'handOver', got: act('staff:s1') }
export const deliver: RedemptionMove = { does: 'deliver', got: act('system') }
export const redeem: RedemptionMove = { does: 'redeem', got: act('staff:s1') }
export const cancel: RedemptionMove = { does: 'cancel', end: { ...act(), reason: null } }
export const takeReturn: RedemptionMove = { does: 'return', end: { ...act('staff:s1'), reason: '破损' } }

export function after(redemption: Redemption, moves: readonly RedemptionMove[], today = TODAY): Redemption {
  return moves.reduce((next, move) => {
    const moved = moveRedemption(next, move, today)
    if (!moved.ok) throw new Error(moved.error.code)
    return moved.value
  }, redemption)
}
