import type { TierProgram } from './program'

/** What a merchant edits of a program. Its version and the times at which the levels were off are the server's. */
export type TierRules = Omit<TierProgram, 'version' | 'pauses'>

export function rulesOf({ version: _version, pauses: _pauses, ...rules }: TierProgram): TierRules {
  return rules
}

/** The program that edited rules would make of a saved one, under the version that saving them would give it. */
export function withRules({ version, pauses }: TierProgram, rules: TierRules): TierProgram {
  return { ...rules, version: version + 1, pauses }
}
