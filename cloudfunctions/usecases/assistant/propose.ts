import type { InputOf } from '@shared/contracts'
import { ok, refuse } from '@shared/kernel/result'
import { figuresOf, yearsUpTo, type BuyerYears } from '@shared/rules/assistant/buyerYears'
import { factOf, type AssistantInputs } from '@shared/rules/assistant/inputs'
import { NEW_LEVELS } from '@shared/rules/assistant/newLevels'
import { propose as proposeLevels } from '@shared/rules/assistant/propose'
import { isAverageOrder, suggestLevels } from '@shared/rules/assistant/suggestLevels'
import { whyUnavailable } from '@shared/rules/assistant/unavailable'
import { knownBuyers } from '../../database/keptBuyers'
import type { UseCase } from '../../runtime/call'

export const propose: UseCase<'assistant.propose'> = async (call, entered) => {
  const { cloud, today, at } = call
  const [{ tiers }, { buyers, shareBp, asOf }] = await Promise.all([
    call.settings(),
    knownBuyers(cloud, yearsUpTo(today), at),
  ])
  if (whyUnavailable(tiers.levels)) return refuse({ code: 'ASSISTANT_UNAVAILABLE' })
  const inputs = inputsOf(buyers, entered, tiers.levels.length - 1)
  if (!inputs) return refuse({ code: 'AVERAGE_ORDER_MISSING' })
  return ok({ asOf, sampleBp: shareBp, proposal: proposeLevels(inputs), newLevels: [...NEW_LEVELS] })
}

/** What was found, with what the merchant put in its place; null without an average order to go by. */
function inputsOf(
  buyers: readonly BuyerYears[],
  entered: InputOf<'assistant.propose'>,
  presentLevels: number,
): AssistantInputs | null {
  const figures = figuresOf(buyers)
  const netSpendFen = buyers.map(({ thisYearFen }) => thisYearFen)
  const averageOrderFen = factOf(figures.averageOrderFen ?? 0, entered.averageOrderFen)
  if (!isAverageOrder(averageOrderFen.value)) return null
  const levels = factOf(suggestLevels(netSpendFen, figures, presentLevels), entered.levels)
  const { marginBp, benefitCostFen, upliftsBp, benchmark } = entered
  return {
    netSpendFen,
    twoYears: buyers,
    facts: {
      averageOrderFen,
      repurchaseRateBp: factOf(figures.repurchaseRateBp ?? 0, entered.repurchaseRateBp),
      levels,
      marginBp: marginBp === null ? null : { value: marginBp, from: 'merchant' },
    },
    benefitCostFen: Array.from({ length: levels.value }, (_, i) => benefitCostFen[i] ?? null),
    upliftsBp,
    benchmark,
  }
}
