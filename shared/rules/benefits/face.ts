import type { Words } from '@shared/kernel/words'
import type { Benefit, Perk } from './benefit'
import { perkDetails, perkWords } from './words'

/** A benefit as people read it. */
export interface BenefitFace {
  id: string
  kind: Perk['of']
  paidOnly: boolean
  name: Words
  /** What it gives, in a few words; null where its name says it. */
  gives: Words | null
  /** The merchant's own words; empty where there are none. */
  description: Words
  icon: string | null
  /** When it is given, how long it is good, what it asks for, what it goes together with. */
  details: Words[]
}

export function benefitFace({ id, for: audience, name, description, icon, perk }: Benefit): BenefitFace {
  return {
    id,
    kind: perk.of,
    paidOnly: audience === 'paidOnly',
    name,
    gives: perkWords(perk),
    description,
    icon,
    details: [...perkDetails(perk)],
  }
}
