import type { Entry } from '@shared/rules/account/entry'
import { levelName } from '@shared/rules/tiers/face'
import type { TierProgram } from '@shared/rules/tiers/program'
import { asLedgerEntry } from '../points/ledgerPage'

/** An entry as the people of the shop read it: with the level that it led to, or kept. */
export function asBookEntry(entry: Entry, tiers: TierProgram) {
  const { tier } = entry
  return { ...asLedgerEntry(entry), tier: tier && { kind: tier.kind, to: levelName(tiers, tier.to) } }
}
