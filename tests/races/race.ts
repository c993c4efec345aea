import { isDeepStrictEqual } from 'node:util'
import type { Answered } from '../support/shop'
import type { RaceShop } from './raceShop'

/** Many who do at once what may be done once; `trial` answers what is wrong afterwards, nothing where all is right. */
export interface Race {
  readonly name: string
  /** What is tried, in one line. */
  readonly title: string
  trial(shop: RaceShop, trial: number): Promise<readonly string[]>
}

/** How many set on one thing. */
export const TWENTY = Array.from({ length: 20 }, (_, number) => number)

/** Names each fact that is not what it should be. */
export function wrongOf(
  facts: Readonly<Record<string, readonly [found: unknown, should: unknown]>>,
): readonly string[] {
  return Object.entries(facts).flatMap(([fact, [found, should]]) =>
    isDeepStrictEqual(found, should)
      ? []
      : [`${fact} is ${JSON.stringify(found)} and not ${JSON.stringify(should)}`],
  )
}

export const countOk = (answers: readonly Answered<unknown>[]): number =>
  answers.filter(({ ok }) => ok).length

/** Refusals other than these: a call that failed is no outcome. */
export function othersThan(
  answers: readonly Answered<unknown>[],
  codes: readonly string[],
): readonly string[] {
  return answers.flatMap((answer) =>
    answer.ok || codes.includes(answer.error.code) ? [] : [`${answer.error.code}: ${answer.error.message}`],
  )
}
