import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { countText, joined, moneyText, pointsOf } from '../explain/texts'
import type { TierProgram } from '../tiers/program'
import type { ItemGives, ItemLimits, ItemPrice } from './item'
import { returnUntil } from './move'
import type { Redemption } from './redemption'

/** "500 积分 + ¥9.90". */
export function priceWords({ points, fen }: ItemPrice): Words {
  const money = fen === 0 ? '' : ` + ${moneyText(fen)}`
  return { zh: `${countText(points)} 积分${money}`, en: `${pointsOf(points)}${money}` }
}

/** What one piece brings that its name may not say; null for goods and services. */
export function givesWords(gives: ItemGives, { levels }: Pick<TierProgram, 'levels'>): Words | null {
  switch (gives.of) {
    case 'physical':
    case 'coupon':
    case 'service':
      return null
    case 'walletCredit': {
      const amount = moneyText(gives.bonusFen)
      return { zh: `${amount} 赠金进入余额`, en: `${amount} of bonus in your balance` }
    }
    case 'membershipDays': {
      const { levelId, days } = gives
      const name = levels.find(({ id }) => id === levelId)?.name ?? { zh: levelId, en: levelId }
      return { zh: `${name.zh} ${days} 天`, en: `${days === 1 ? '1 day' : `${days} days`} of ${name.en}` }
    }
  }
}

/** How many a member can have; null for no limit. */
export function limitWords({ ever, perMonth }: ItemLimits): Words | null {
  const each = [
    ...(perMonth === null ? [] : [{ zh: `每人每月限兑 ${perMonth} 件`, en: `${perMonth} a month` }]),
    ...(ever === null ? [] : [{ zh: `每人限兑 ${ever} 件`, en: `${ever} in all` }]),
  ]
  if (each.length === 0) return null
  return {
    zh: each.map(({ zh }) => zh).join('，'),
    en: `For each member ${each.map(({ en }) => en).join(', ')}`,
  }
}

/** How a redemption stands, and what comes next, as its member reads it. */
export function standingWords(redemption: Redemption): Words {
  switch (redemption.state) {
    case 'unpaid':
      return {
        zh: '待支付，逾期自动取消，积分退回',
        en: 'To be paid; otherwise it is cancelled and the points come back',
      }
    case 'paid':
      return nextWords(redemption)
    case 'shipped': {
      const { carrier, trackingNo } = redemption.shipment
      return { zh: `已发货：${carrier} ${trackingNo}`, en: `Shipped: ${carrier} ${trackingNo}` }
    }
    case 'received':
    case 'claimed':
    case 'redeemed':
      return gotWords(redemption, redemption.got.day)
    case 'cancelled':
      return withReason(
        { zh: '已取消，积分已退回', en: 'Cancelled, the points are back' },
        redemption.end.reason,
      )
    case 'returned':
      return withReason(
        { zh: '已退货，积分已退回', en: 'Brought back, the points are back' },
        redemption.end.reason,
      )
  }
}

function nextWords({ way, code }: Redemption): Words {
  switch (way) {
    case 'ship':
      return { zh: '等待发货', en: 'To be shipped' }
    case 'pickUp':
      return { zh: `到店出示 ${code ?? ''} 领取`, en: `Show ${code ?? ''} at the shop to collect it` }
    case 'code':
      return { zh: `到店出示 ${code ?? ''} 使用`, en: `Show ${code ?? ''} at the shop to use it` }
    case 'atOnce':
      return { zh: '正在发放', en: 'On its way to you' }
  }
}

const GOT = {
  received: { zh: '已收货', en: 'Received' },
  claimed: { zh: '已领取', en: 'Yours since' },
  redeemed: { zh: '已兑换', en: 'Redeemed' },
} as const satisfies Record<string, Words>

function gotWords(redemption: Redemption & { readonly state: keyof typeof GOT }, day: Day): Words {
  const { zh, en } = GOT[redemption.state]
  const on = dayWords(day)
  const until = returnUntil(redemption)
  const last = until && dayWords(until)
  return joined([
    { zh: `${on.zh}${zh}`, en: `${en} ${on.en}` },
    ...(last
      ? [{ zh: `，可在 ${last.zh}（含当天）前退货`, en: `(can be brought back through ${last.en})` }]
      : []),
  ])
}

const withReason = ({ zh, en }: Words, reason: string | null): Words =>
  reason === null ? { zh, en } : { zh: `${zh}：${reason}`, en: `${en}: ${reason}` }
