import { dayOf } from '@shared/kernel/businessDay'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import type { BenchStack } from './benchStack'
import { freshMember } from './freshMember'

const A_CALL = 500
const CALLS_AT_ONCE = 2

export const openidOf = (number: number): string => `bench-${number}`

/** Fresh members, numbered from 0, who joined today and have not checked in yet. */
export class Members {
  #made = 0
  #used = 0

  constructor(private readonly bench: BenchStack) {}

  /** Sees that so many unused ones are there, and answers the number of the first. */
  async ready(count: number): Promise<number> {
    while (this.#made < this.#used + count) {
      const calls = Array.from({ length: CALLS_AT_ONCE }, () => this.#add(A_CALL))
      await Promise.all(calls)
    }
    return this.#used
  }

  /** The next so many are not fresh any more. */
  use(count: number): void {
    this.#used += count
  }

  /** What joining leaves, written by hundreds: nobody measures it. */
  async #add(count: number): Promise<void> {
    const first = this.#made
    this.#made += count
    const at = Date.now()
    const accounts = Array.from({ length: count }, (_, place) =>
      freshMember(memberIdOf(openidOf(first + place), this.bench.memberIdSecret), dayOf(at), at),
    )
    await this.bench.cloud.db.collection('members').add(accounts)
  }
}
