import type { Words } from '@shared/kernel/words'
import { BP_ONE } from '@shared/kernel/rate'
import type { EarnedBasis } from '../account/entry'
import type { EarnedPart } from '../earning/earnOrder'
import { stack, type Stacking } from '../earning/stack'
import { note, type ExplainLine } from './explanation'
import { factorText, factorWords } from './texts'

type Held = EarnedPart['multipliers'][number]

/** Every multiplier that held for a part of an order, used or not and why; how they came together; the cap. */
export function multiplierLines(held: EarnedPart, { stacking, capBp }: EarnedBasis): ExplainLine[] {
  const { multipliers, isCapped } = held
  const { rateBp } = stack(multipliers, stacking, null)
  const names = multipliers.map((each) => note(used(each, stacking)))
  const isCombined = stacking !== 'best' && multipliers.length > 1
  const combined = isCombined ? [note(combination(multipliers, stacking, rateBp))] : []
  if (!isCapped || capBp === null) return [...names, ...combined]
  const [made, cap] = [factorWords(rateBp), factorWords(capBp)]
  const cut = note({
    zh: `${made.zh}超过了最高 ${cap.zh}，按 ${cap.zh}计。`,
    en: `${made.en} is above the most that is allowed, so ${cap.en} counts.`,
  })
  return [...names, ...combined, cut]
}

function used({ name, rateBp, source, isUsed }: Held, stacking: Stacking): Words {
  const kind = KINDS[source.topic]
  const factor = factorWords(rateBp)
  const why = isUsed ? WHY_USED[stacking] : rateBp <= BP_ONE ? NO_MORE_THAN_ONE : NOT_THE_BEST
  return {
    zh: `${kind.zh}「${name.zh}」${factor.zh}：${why.zh}。`,
    en: `${kind.en} "${name.en}", ${factor.en}: ${why.en}.`,
  }
}

const KINDS: Readonly<Record<Held['source']['topic'], Words>> = {
  earning: { zh: '倍数', en: 'Multiplier' },
  benefits: { zh: '等级权益', en: 'Benefit' },
  campaigns: { zh: '活动', en: 'Campaign' },
}

const WHY_USED: Readonly<Record<Stacking, Words>> = {
  best: { zh: '已采用，是最高的一个', en: 'used, the highest' },
  sumOfExtras: { zh: '已采用，与其他倍数相加', en: 'used, added to the others' },
  product: { zh: '已采用，与其他倍数相乘', en: 'used, multiplied with the others' },
}
const NOT_THE_BEST: Words = { zh: '未采用，只取最高的一个', en: 'not used, only the highest counts' }
const NO_MORE_THAN_ONE: Words = { zh: '未采用，没有超过 1 倍', en: 'not used, it gives no more than 1×' }

/** 2× and 3×: 1 + 1 + 2 = 4×, or 2 × 3 = 6×. */
function combination(multipliers: readonly Held[], stacking: Stacking, rateBp: number): Words {
  const total = factorWords(rateBp)
  if (stacking === 'product') {
    const factors = multipliers.map((each) => factorText(each.rateBp)).join(' × ')
    return { zh: `倍数相乘：${factors} = ${total.zh}。`, en: `Multiplied: ${factors} = ${total.en}.` }
  }
  const extras = multipliers.map((each) => {
    const extra = each.rateBp - BP_ONE
    return `${extra < 0 ? '−' : '+'} ${factorText(Math.abs(extra))}`
  })
  const terms = ['1', ...extras].join(' ')
  return { zh: `超出 1 倍的部分相加：${terms} = ${total.zh}。`, en: `Extras added: ${terms} = ${total.en}.` }
}
