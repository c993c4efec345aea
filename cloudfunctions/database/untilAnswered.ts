import type { Cloud } from './cloud'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'

/** Makes a call again until the store answers it: only for one that is safe to repeat. */
export function untilAnswered<T>(cloud: Cloud, call: () => Promise<T>): Promise<T> {
  return untilWon<T>(cloud, async () => {
    try {
      return await call()
    } catch (error) {
      const failure = failureOf(error)
      if (failure === 'conflict' || failure === 'unknownOutcome') return lost
      throw error
    }
  })
}
