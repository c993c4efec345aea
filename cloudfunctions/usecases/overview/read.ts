import { addDays, type Day } from '@shared/kernel/day'
import { ratioBp } from '@shared/kernel/rate'
import { ok } from '@shared/kernel/result'
import { mayActAs } from '@shared/rules/staff/roles'
import { tierFace } from '@shared/rules/tiers/face'
import type { TierProgram } from '@shared/rules/tiers/program'
import { readBillChecks } from '../../database/billChecks'
import { readLastRuns } from '../../database/bookChecks'
import type { Cloud } from '../../database/cloud'
import { getByIds } from '../../database/documentAccess'
import { countRefunds } from '../../database/refunds'
import { NO_FIGURES, TOTAL, type Figures, type RollupDocument, type TierFlow } from '../../database/rollups'
import type { UseCase } from '../../runtime/call'

const DAYS_SHOWN = 30

export const read: UseCase<'overview.read'> = async (call) => {
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(call.today, index + 1 - DAYS_SHOWN))
  const isManager = mayActAs(call.role, 'manager')
  const [documents, settings, audit, weChatPay] = await Promise.all([
    getByIds<RollupDocument>(call.cloud, 'rollups', [TOTAL, ...days]),
    call.settings(),
    isManager ? readAudit(call.cloud) : null,
    isManager ? readWeChatPay(call.cloud) : null,
  ])
  const byId = new Map(documents.map((document) => [document._id, document]))
  const total = byId.get(TOTAL)
  const sums: Figures = total ?? NO_FIGURES
  const ofDay = (day: Day) => dayFigures(day, byId.get(day) ?? NO_FIGURES)
  return ok({
    asOf: total?.computedAt ?? null,
    members: sums.newMembers,
    membersByTier: membersByTier(total?.tierFlows ?? [], settings.tiers),
    orders: sums.orders,
    salesFen: sums.salesFen,
    averageOrderFen: sums.orders === 0 ? 0 : Math.round(sums.salesFen / sums.orders),
    buyers: sums.newBuyers,
    repeatBuyers: sums.newRepeatBuyers,
    repurchaseBp: ratioBp(sums.newRepeatBuyers, sums.newBuyers),
    pointsOutstanding: sums.pointsIssued - sums.pointsSpent - sums.pointsExpired,
    pointsFlow: { issued: sums.pointsIssued, spent: sums.pointsSpent, expired: sums.pointsExpired },
    today: ofDay(call.today),
    yesterday: ofDay(addDays(call.today, -1)),
    days: days.map(ofDay),
    weChatPay,
    audit,
  })
}

async function readWeChatPay(cloud: Cloud) {
  const [refusedRefunds, [lastBill]] = await Promise.all([
    countRefunds(cloud, 'refused'),
    readBillChecks(cloud, null, false, 1),
  ])
  return { refusedRefunds, billDifferences: lastBill?.differenceCount ?? null }
}

async function readAudit(cloud: Cloud) {
  const { running, last } = await readLastRuns(cloud)
  return { isRunning: running !== null, differenceCount: last?.differenceCount ?? null }
}

/** Everybody who moved to a level less everybody who moved on from it. */
function membersByTier(flows: readonly TierFlow[], tiers: TierProgram) {
  return tiers.levels.map((level, rank) => ({
    tier: tierFace(tiers, rank),
    members: flows.reduce(
      (sum, { from, to, members }) =>
        sum + (to === level.id ? members : 0) - (from === level.id ? members : 0),
      0,
    ),
  }))
}

function dayFigures(day: Day, figures: Figures) {
  const { newMembers, orders, salesFen, pointsIssued, pointsSpent, pointsExpired, checkins } = figures
  return { day, newMembers, orders, salesFen, pointsIssued, pointsSpent, pointsExpired, checkins }
}
