import type { Instant } from '@shared/kernel/businessDay'
import type { Years } from '@shared/rules/assistant/buyerYears'
import { readBuyerYears, type BuyersRead } from './buyerYears'
import type { Cloud } from './cloud'

/** How long an instance goes on with the buyers that it read: inputs are tried one after another. */
const KEPT_MS = 300_000

export interface KnownBuyers extends BuyersRead {
  readonly asOf: Instant
}

interface Kept {
  readonly cloud: Cloud
  readonly upTo: string
  readonly asOf: Instant
  readonly buyers: Promise<KnownBuyers>
}

let kept: Kept | null = null

/** Reads who bought as of now. */
export function findBuyers(cloud: Cloud, years: Years, at: Instant): Promise<KnownBuyers> {
  const buyers = readBuyerYears(cloud, years).then((read) => ({ ...read, asOf: at }))
  const mine: Kept = { cloud, upTo: years.thisYear.to, asOf: at, buyers }
  kept = mine
  buyers.catch(() => {
    if (kept === mine) kept = null
  })
  return buyers
}

/** Who bought, as this instance found them some minutes ago, or as of now. */
export function knownBuyers(cloud: Cloud, years: Years, at: Instant): Promise<KnownBuyers> {
  const isGood =
    kept?.cloud === cloud && kept.upTo === years.thisYear.to && at >= kept.asOf && at < kept.asOf + KEPT_MS
  return kept && isGood ? kept.buyers : findBuyers(cloud, years, at)
}
