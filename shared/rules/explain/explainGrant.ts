import { dayWords } from '@shared/kernel/dayWords'
import type { GrantBasis } from '../benefits/coupons'
import { perkWords } from '../benefits/words'
import { note, type ExplainLine } from './explanation'

/** Opens a benefit that was given: what it is, and from when to when it is good. */
export function grantLines({ name, perk, validFrom, validUntil }: GrantBasis): ExplainLine[] {
  const given = perkWords(perk) ?? name
  const [from, until] = [dayWords(validFrom), dayWords(validUntil)]
  return [
    note({ zh: `发放了${name.zh}（${given.zh}）。`, en: `${name.en} was given: ${given.en}.` }),
    note({
      zh: `从 ${from.zh}到 ${until.zh}可用。`,
      en: `It can be used from ${from.en} to ${until.en}.`,
    }),
  ]
}
