import type { Words } from '@shared/kernel/words'
import type { Check as MemberCheck } from '../account/audit'
import { rankOf, tierFace } from '../tiers/face'
import type { TierProgram } from '../tiers/program'
import type { Difference, FigureCheck, StoreCheck } from './difference'

/** What `expected` and `found` are amounts of. */
export type DifferenceUnit = 'points' | 'growth' | 'fen' | 'count'

interface Face {
  readonly unit: DifferenceUnit
  readonly words: Words
}

const face = (unit: DifferenceUnit, zh: string, en: string): Face => ({ unit, words: { zh, en } })

const MEMBER: Readonly<Record<MemberCheck, Face>> = {
  entryBalances: face('count', '有明细自身借贷不平', 'An entry does not balance in itself'),
  sequence: face('count', '明细的编号不连续', 'The numbers of the entries have a gap'),
  points: face('points', '积分与明细不一致', 'Points disagree with the entries'),
  growth: face('growth', '成长值与明细不一致', 'Growth disagrees with the entries'),
  principal: face('fen', '储值本金与明细不一致', 'Money paid in disagrees with the entries'),
  bonus: face('fen', '储值赠金与明细不一致', 'Money given on top disagrees with the entries'),
  pendingPoints: face('points', '待生效积分与明细不一致', 'Pending points disagree with the entries'),
  pointsDebt: face('points', '欠积分与明细不一致', 'Points owed disagree with the entries'),
  lots: face('points', '某一批积分与明细不一致', 'A lot of points disagrees with the entries'),
  pending: face(
    'points',
    '待生效的各批积分与明细不一致',
    'A lot of pending points disagrees with the entries',
  ),
  growthDays: face('growth', '按日成长值与明细不一致', 'The growth of a day disagrees with the entries'),
  walletPrincipal: face(
    'fen',
    '各笔储值的本金与余额不一致',
    'The principal of the top-ups disagrees with the balance',
  ),
  walletBonus: face(
    'fen',
    '各笔储值的赠金与余额不一致',
    'The bonus of the top-ups disagrees with the balance',
  ),
  walletHolds: face('count', '订单占用超过某笔储值的余额', 'Orders hold more of a top-up than is left of it'),
  orders: face('count', '累计订单数与订单记录不一致', 'The orders counted disagree with the orders on file'),
  ordersFen: face('fen', '累计消费与订单记录不一致', 'The spend disagrees with the orders on file'),
  weChatFen: face('fen', '微信支付收款与明细不一致', 'What was paid by WeChat disagrees with the entries'),
  boughtFen: face('fen', '按日消费与明细不一致', 'The spend of a day disagrees with the entries'),
  boughtOrders: face('count', '按日订单数与明细不一致', 'The orders of a day disagree with the entries'),
  tier: face('count', '等级变动前后不衔接', 'The moves of the level do not lead from one to the next'),
  granted: face('count', '已发放权益与明细不一致', 'The benefits given disagree with the entries'),
  levelsPaidOut: face(
    'count',
    '升级赠送积分与明细不一致',
    'The levels that gave their points disagree with the entries',
  ),
}

const FIGURES: Readonly<Record<FigureCheck, Face>> = {
  newMembers: figure('count', '新会员', 'new members'),
  orders: figure('count', '订单', 'orders'),
  salesFen: figure('fen', '销售额', 'sales'),
  newBuyers: figure('count', '首次购买的会员', 'first-time buyers'),
  newRepeatBuyers: figure('count', '首次回购的会员', 'buyers who came back'),
  pointsIssued: figure('points', '发放积分', 'points issued'),
  pointsSpent: figure('points', '使用积分', 'points spent'),
  pointsExpired: figure('points', '到期积分', 'points lapsed'),
  checkins: figure('count', '签到', 'check-ins'),
}

const STORE: Readonly<Record<StoreCheck, Face>> = {
  storePoints: store('points', '积分', 'points'),
  storeGrowth: store('growth', '成长值', 'growth'),
  storeFen: store('fen', '储值', 'stored value'),
}

/** What disagrees, in people's words, and the unit of the two amounts. */
export function differenceWords(difference: Difference, tiers: TierProgram): Face {
  switch (difference.of) {
    case 'member':
      return MEMBER[difference.check]
    case 'store':
      return STORE[difference.check]
    case 'day':
      return difference.check === 'tierMoves'
        ? movesFace(difference.from, difference.to, tiers)
        : FIGURES[difference.check]
  }
}

function figure(unit: DifferenceUnit, zh: string, en: string): Face {
  return face(unit, `“${zh}”与明细不一致`, `The figure for ${en} disagrees with the entries`)
}

function store(unit: DifferenceUnit, zh: string, en: string): Face {
  return face(
    unit,
    `所有会员的${zh}之和与全店明细不一致`,
    `The sum of all members' ${en} disagrees with the shop's journal`,
  )
}

function movesFace(from: string | null, to: string, tiers: TierProgram): Face {
  const name = (id: string) => tierFace(tiers, rankOf(tiers, id)).name
  const there = name(to)
  if (from === null) return figure('count', `成为${there.zh}`, `members who became ${there.en}`)
  const before = name(from)
  return figure('count', `从${before.zh}到${there.zh}`, `members who went from ${before.en} to ${there.en}`)
}
