import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import { countAtLeast } from './countAtLeast'
import { moneyWords } from './figureWords'

/** A threshold moved, and the buyers who would move over it. */
export interface Shift {
  readonly thresholdFen: Fen
  readonly members: number
}

/** Who moves when all thresholds go up or down by a tenth. */
export interface Sensitivity {
  /** 10 % higher: these fall out of the level. */
  readonly higher: Shift
  /** 10 % lower: these come into it. */
  readonly lower: Shift
  readonly reason: Words
}

/** Thresholds stand 1.5 times apart, so nobody moves over two of them and the levels' counts may be added. */
export function sensitivityOf(ascending: readonly Fen[], thresholdFen: Fen): Sensitivity {
  const now = countAtLeast(ascending, thresholdFen)
  const [higherFen, lowerFen] = [Math.ceil((thresholdFen * 11) / 10), Math.ceil((thresholdFen * 9) / 10)]
  const higher = { thresholdFen: higherFen, members: now - countAtLeast(ascending, higherFen) }
  const lower = { thresholdFen: lowerFen, members: countAtLeast(ascending, lowerFen) - now }
  return { higher, lower, reason: shiftWords(higher, lower) }
}

function shiftWords(higher: Shift, lower: Shift): Words {
  const [up, down] = [moneyWords(higher.thresholdFen), moneyWords(lower.thresholdFen)]
  return {
    zh: `门槛提高 10%（${up.zh}），${higher.members} 人会掉出；降低 10%（${down.zh}），${lower.members} 人会升入。`,
    en: `10% higher (${up.en}) and ${higher.members} would fall out; 10% lower (${down.en}) and ${lower.members} would come in.`,
  }
}
