import type { Words } from '@shared/kernel/words'
import type { Basis, EarnedBasis, Entry } from '../account/entry'
import { BP_ONE } from '@shared/kernel/rate'
import { earned } from '../earning/earned'
import type { EarnedPart } from '../earning/earnOrder'
import { afterLines } from './afterLines'
import { dailyCapLines, earnedBy, whereLines } from './earnedLines'
import { fact, part, sum, type ExplainLine } from './explanation'
import { multiplierLines } from './multiplierLines'
import { factorWords, moneyText, pointsOf } from './texts'

type OrderBasis = Extract<Basis, { of: 'order' }>

/** Opens what an order earned: each part at its rate, the multipliers, the day's cap, where the points went. */
export function saleLines(entry: Entry, basis: OrderBasis): ExplainLine[] {
  const { amountFen, quantity, growthPerYuan } = basis
  return [
    fact({ zh: '商品实付金额', en: 'Paid for goods' }, amountFen, 'fen'),
    fact({ zh: '件数', en: 'Quantity' }, quantity, 'items'),
    ...pointsLines(entry, basis),
    ...whereLines(entry),
    ...afterLines(entry, {
      growth: {
        zh: `${moneyText(amountFen)} × 每元 ${growthPerYuan} 成长值`,
        en: `${moneyText(amountFen)} × ${growthPerYuan} growth a yuan`,
      },
    }),
  ]
}

function pointsLines(entry: Entry, basis: OrderBasis): ExplainLine[] {
  const made = basis.earned
  const parts = made ? made.parts : [atBaseRate(basis.amountFen)]
  const got = earnedBy(entry)
  const due = made ? made.beforeDailyCap : got
  const each = parts.map(({ paidFen, rateBp }) =>
    earned([{ amountFen: paidFen, rateBp }], basis.pointsPerYuan),
  )
  return [
    ...parts.flatMap((held, i) => partLines(held, each[i] ?? 0, basis.pointsPerYuan, made)),
    ...fractionLines(due - each.reduce((all, points) => all + points, 0)),
    ...(made ? dailyCapLines(due, got, made.dailyCap, { zh: '消费', en: 'purchases' }) : []),
    sum({ zh: '获得积分', en: 'Points earned' }, got, 'points'),
  ]
}

const atBaseRate = (paidFen: number): EarnedPart => ({
  paidFen,
  rateBp: BP_ONE,
  multipliers: [],
  isCapped: false,
})

function partLines(
  held: EarnedPart,
  points: number,
  pointsPerYuan: number,
  made: EarnedBasis | undefined,
): ExplainLine[] {
  const line = part(rateLabel(held, pointsPerYuan), points, 'points')
  return made ? [line, ...multiplierLines(held, made)] : [line]
}

function rateLabel({ paidFen, rateBp }: EarnedPart, pointsPerYuan: number): Words {
  const money = moneyText(paidFen)
  const factor = factorWords(rateBp)
  return {
    zh: `${money} × 每元 ${pointsPerYuan} 积分${rateBp === BP_ONE ? '' : ` × ${factor.zh}`}`,
    en: `${money} × ${pointsOf(pointsPerYuan)} a yuan${rateBp === BP_ONE ? '' : ` × ${factor.en.slice(0, -1)}`}`,
  }
}

/** The order is rounded down once: what each part alone would leave over may make some points together. */
function fractionLines(points: number): ExplainLine[] {
  if (points === 0) return []
  return [part({ zh: '各部分不足 1 积分的零头合计', en: 'Fractions of a point, added up' }, points, 'points')]
}
