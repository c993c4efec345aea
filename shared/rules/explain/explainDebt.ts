import { dayWords } from '@shared/kernel/dayWords'
import type { Account } from '../account/account'
import type { Entry } from '../account/entry'
import { note, part, sum, type ExplainLine, type Explanation } from './explanation'

/** So many refunds are named. */
export const DEBT_REFUNDS_SHOWN = 10

/**
 * Opens a debt of points into the refunds that made it, newest first. Points earned since have repaid the oldest debt
 * first: so what is still owed is from the newest refunds. `refunds` are those that left a debt, newest first.
 */
export function explainDebt({ balances }: Account, refunds: readonly Entry[]): Explanation {
  return {
    title: { zh: '积分欠款', en: 'Points owed' },
    lines:
      balances.pointsDebt === 0
        ? [note({ zh: '现在没有积分欠款。', en: 'No points are owed.' })]
        : [...debtLines(balances.pointsDebt, refunds), HOW_IT_CAME],
    rules: [],
    source: null,
  }
}

const HOW_IT_CAME = note({
  zh: '退款要收回的积分已经用掉时，记为欠款；以后获得的积分先还欠款。',
  en: 'When a refund takes back points that were spent already, they are owed; the next points earned repay them first.',
})

function debtLines(debt: number, refunds: readonly Entry[]): ExplainLine[] {
  const lines: ExplainLine[] = []
  let explained = 0
  for (const refund of refunds.slice(0, DEBT_REFUNDS_SHOWN)) {
    if (explained <= debt) break
    explained += refund.change.pointsDebt
    lines.push(refundLine(refund))
  }
  const rest = debt - explained
  if (rest > 0)
    lines.push(part({ zh: '之后获得的积分已还', en: 'Repaid by points earned since' }, rest, 'points'))
  if (rest < 0) lines.push(part({ zh: '更早的退款', en: 'Earlier refunds' }, rest, 'points'))
  return [...lines, sum({ zh: '还欠积分', en: 'Points still owed' }, debt, 'points')]
}

function refundLine({ basis, day, change }: Entry): ExplainLine {
  const orderId = basis.of === 'refund' ? basis.orderId : ''
  const when = dayWords(day)
  return part(
    { zh: `${when.zh}退款，订单 ${orderId}`, en: `Refund of ${when.en}, order ${orderId}` },
    change.pointsDebt,
    'points',
  )
}
