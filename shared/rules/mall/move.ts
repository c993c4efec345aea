import type { Instant } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Act, Ended, Redemption, RedemptionState, Shipment, Way } from './redemption'

/** What can be done to a redemption. */
export type RedemptionMove =
  | { readonly does: 'pay'; readonly at: Instant }
  | { readonly does: 'ship'; readonly shipment: Shipment }
  | { readonly does: 'receive' | 'handOver' | 'deliver' | 'redeem'; readonly got: Act }
  | { readonly does: 'cancel' | 'return'; readonly end: Ended }

/**
 * Where each move leads from where; what is not here is refused. `handOver` is goods over the counter, `deliver` what needs
 * nobody, `redeem` a service that was done. Nothing leads out of `redeemed`, `cancelled` and `returned`.
 */
export const MOVES: Readonly<
  Record<RedemptionMove['does'], Readonly<Partial<Record<RedemptionState, readonly RedemptionState[]>>>>
> = {
  pay: { unpaid: ['paid'] },
  ship: { paid: ['shipped'], shipped: ['shipped'] },
  receive: { shipped: ['received'] },
  handOver: { paid: ['claimed'] },
  deliver: { paid: ['claimed', 'redeemed'] },
  redeem: { paid: ['redeemed'] },
  cancel: { unpaid: ['cancelled'], paid: ['cancelled'] },
  return: { shipped: ['returned'], received: ['returned'], claimed: ['returned'] },
}

/** The way that a move is for; the others are for any. */
const WAY_OF: Readonly<Partial<Record<RedemptionMove['does'], Way>>> = {
  ship: 'ship',
  handOver: 'pickUp',
  deliver: 'atOnce',
  redeem: 'code',
}

/** Why a redemption cannot be moved. */
export type RedemptionRefusal =
  | { readonly code: 'REDEMPTION_STATE'; readonly state: RedemptionState }
  | { readonly code: 'REDEMPTION_OTHER_WAY'; readonly way: Way }
  | { readonly code: 'REDEMPTION_NO_GOODS' | 'REDEMPTION_NO_RETURNS' }
  | { readonly code: 'REDEMPTION_RETURN_OVER'; readonly lastDay: Day }

/** The redemption after a move. One that is done already changes nothing: it may be repeated. */
export function moveRedemption(
  redemption: Redemption,
  move: RedemptionMove,
  today: Day,
): Result<Redemption, RedemptionRefusal> {
  const { _id, state, way } = redemption
  const forWay = WAY_OF[move.does]
  if (forWay !== undefined && forWay !== way) return refuse({ code: 'REDEMPTION_OTHER_WAY', way })
  if (isDone(redemption, move)) return ok(redemption)
  const leadsTo = MOVES[move.does][state]
  if (!leadsTo) return refuse({ code: 'REDEMPTION_STATE', state })
  const refusal = move.does === 'return' ? whyNoReturn(redemption, today) : null
  if (refusal) return refuse(refusal)
  const next = moved(redemption, move)
  if (!leadsTo.includes(next.state))
    throw new Error(`redemption ${_id}: ${move.does} led from ${state} to ${next.state}`)
  return ok(next)
}

/** The last day on which goods can be brought back; null while they are not there, or where they can't be. */
export function returnUntil({ gives, got, returnDays }: Redemption): Day | null {
  return gives.of === 'physical' && got && returnDays > 0 ? addDays(got.day, returnDays) : null
}

function isDone({ state, paidAt, shipment }: Redemption, move: RedemptionMove): boolean {
  switch (move.does) {
    case 'pay':
      return paidAt !== null && state !== 'cancelled'
    case 'ship':
      return shipment?.trackingNo === move.shipment.trackingNo && shipment.carrier === move.shipment.carrier
    case 'receive':
      return state === 'received'
    case 'handOver':
      return state === 'claimed'
    case 'deliver':
      return state === 'claimed' || state === 'redeemed'
    case 'redeem':
      return state === 'redeemed'
    case 'cancel':
      return state === 'cancelled'
    case 'return':
      return state === 'returned'
  }
}

/** What is on its way can come back at any time: it was refused, or got lost. */
function whyNoReturn(redemption: Redemption, today: Day): RedemptionRefusal | null {
  const { gives, state } = redemption
  if (gives.of !== 'physical') return { code: 'REDEMPTION_NO_GOODS' }
  if (state === 'shipped') return null
  const lastDay = returnUntil(redemption)
  if (lastDay === null) return { code: 'REDEMPTION_NO_RETURNS' }
  return today > lastDay ? { code: 'REDEMPTION_RETURN_OVER', lastDay } : null
}

function moved(redemption: Redemption, move: RedemptionMove): Redemption {
  const { shipment, got } = redemption
  switch (move.does) {
    case 'pay':
      return { ...redemption, state: 'paid', paidAt: move.at, shipment: null, got: null, end: null }
    case 'ship':
      return {
        ...redemption,
        state: 'shipped',
        paidAt: paidAtOf(redemption),
        shipment: move.shipment,
        got: null,
        end: null,
      }
    case 'receive':
      return gotten(redemption, 'received', move.got)
    case 'handOver':
      return gotten(redemption, 'claimed', move.got)
    case 'deliver':
      return gotten(redemption, redemption.gives.of === 'coupon' ? 'claimed' : 'redeemed', move.got)
    case 'redeem':
      return gotten(redemption, 'redeemed', move.got)
    case 'cancel':
    case 'return': {
      const state = move.does === 'cancel' ? 'cancelled' : 'returned'
      return { ...redemption, state, paidAt: redemption.paidAt, shipment, got, end: move.end }
    }
  }
}

function gotten(redemption: Redemption, state: 'received' | 'claimed' | 'redeemed', got: Act): Redemption {
  const { shipment } = redemption
  return { ...redemption, state, paidAt: paidAtOf(redemption), shipment, got, end: null }
}

function paidAtOf({ _id, paidAt }: Redemption): Instant {
  if (paidAt === null) throw new Error(`redemption ${_id} was never paid`)
  return paidAt
}
