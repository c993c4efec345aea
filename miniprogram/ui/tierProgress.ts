import type { Locale, Words } from '@shared/kernel/words'
import type { SpendOf, TierStanding, Way } from '@shared/rules/tiers/view'
import { formatDay, formatMoney } from '@/i18n/format'
import type { Text } from '@/i18n/zh'

export type EarnedWay = Extract<Way, { of: 'earned' }>
export type Part = EarnedWay['parts'][number]
type Kind = keyof Text['tier']['missing']

/** How a part is spoken of: spend is one order where orders do not add up. */
function kindOf({ measure }: Part, standard: SpendOf): Kind {
  if (measure === 'largestOrder') return 'oneOrder'
  return measure === 'spend' && standard === 'eachOrder' ? 'oneOrder' : measure
}

/** What a way still asks for, in one line: of each part the rest of it, or one order of the whole amount. */
function asked(way: EarnedWay, standard: SpendOf, { tier }: Text, texts: Text['tier']['missing']): string {
  const parts = missingOf(way).map((part) => {
    const kind = kindOf(part, standard)
    if (kind === 'oneOrder') return texts.oneOrder(formatMoney(part.need))
    return kind === 'spend' ? texts.spend(formatMoney(part.missing)) : texts[kind](part.missing)
  })
  const others = parts.slice(0, -1).join(tier.list.comma)
  return [...(others ? [others] : []), ...parts.slice(-1)].join(tier.list.and)
}

const missingOf = ({ parts }: EarnedWay): readonly Part[] => parts.filter(({ missing }) => missing > 0)

/** How far a level is by one way: "800 growth points away from Gold". */
export function wayLead(way: Way, level: string, standard: SpendOf, text: Text): string {
  const { tier } = text
  if (way.of === 'paid') return tier.paid(level, formatMoney(way.priceFen), way.validDays)
  return missingOf(way).length === 0
    ? tier.reached(level)
    : tier.away(level, asked(way, standard, text, tier.missing))
}

/** Another way, as the alternative to the first: "or ¥300.00 more of spend". */
export function wayOr(way: Way, standard: SpendOf, text: Text): string {
  return way.of === 'paid'
    ? text.tier.orPaid(formatMoney(way.priceFen), way.validDays)
    : text.tier.or(asked(way, standard, text, text.tier.doing))
}

/** How much of a part is there: "1,200 / 2,000 growth points". */
export function partHave(part: Part, standard: SpendOf, { tier }: Text): string {
  const kind = kindOf(part, standard)
  const { have, need } = part
  return kind === 'oneOrder' || kind === 'spend'
    ? tier.have[kind](formatMoney(have), formatMoney(need))
    : tier.have[kind](have, need)
}

/** Through which day the level is valid and what is nearest to keep it; nothing for one without end. */
export function validityTexts(
  { until, by, current, keeping }: TierStanding,
  { tier }: Text,
  words: (words: Words) => string,
  locale: Locale,
): readonly string[] {
  if (until === null) return []
  const valid = tier.until(formatDay(until, locale))
  if (by !== 'earned' || !keeping) return [valid]
  const [nearest] = keeping.ways
  if (nearest?.missingFen === 0 && keeping.keptUntil !== null)
    return [valid, tier.keep.kept(formatDay(keeping.keptUntil, locale))]
  if (nearest)
    return [
      valid,
      nearest.by === 'total'
        ? tier.keep.total(formatMoney(nearest.missingFen))
        : tier.keep.singleOrder(formatMoney(nearest.needFen)),
    ]
  return keeping.otherwise.id === current.id
    ? [valid]
    : [valid, tier.keep.otherwise(words(keeping.otherwise.name))]
}
