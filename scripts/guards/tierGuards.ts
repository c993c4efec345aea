import type { Guard } from './guard'

const tiers = 'shared/rules/tiers'
const crossCheck = `${tiers}/judge.crossCheck.test.ts`

/** What keeps a level from being lost too early, kept too long, or judged by rules that are gone. */
export const tierGuards: readonly Guard[] = [
  {
    what: 'a level ends with its validity',
    file: `${tiers}/earned.ts`,
    from: 'const target = rankEarned(program, measuresNow(standing, program, earned.term, mark.day))',
    to: 'const target = rank',
    test: crossCheck,
  },
  {
    what: 'what keeps a level is asked before it is lost',
    file: `${tiers}/earned.ts`,
    from: 'if (way && program.lockIn) {',
    to: 'if (way && program.lockIn && way.needFen < 0) {',
    test: crossCheck,
  },
  {
    what: 'a refund that takes the ground of a level away lowers it',
    file: `${tiers}/earned.ts`,
    from: 'const again = isNew || refundsLower(program)',
    to: 'const again = isNew',
    test: crossCheck,
  },
  {
    what: 'the moves of a level are audited',
    file: 'shared/rules/account/auditLevel.ts',
    from: 'if (move.from !== level) broken += 1',
    to: '',
    test: 'shared/rules/account/auditLevel.test.ts',
  },
  {
    what: 'what was bought by the day is audited',
    file: 'shared/rules/account/auditLevel.ts',
    from: '    ...boughtChecks(account, entries),\n',
    to: '',
    test: 'shared/rules/account/auditLevel.test.ts',
  },
  {
    what: 'a level that older rules left alone is judged by who knows the newer',
    file: 'shared/rules/account/settle.ts',
    from: 'const judged = judgeAgain(done, today, settings, recordedAt)',
    to: 'const judged = done',
    test: 'shared/rules/account/settle.test.ts',
  },
  {
    what: 'ground too old to be told apart is taken as sound',
    file: `${tiers}/earned.ts`,
    from: 'const borne = isLongAgo(then, mark, today)',
    to: 'const borne = mark === base',
    test: `${tiers}/oldGround.test.ts`,
  },
  {
    what: 'other rules of growth take no ground away',
    file: `${tiers}/earned.ts`,
    from: 'const then = { ...standing, growthMode }',
    to: 'const then = { ...standing }',
    test: `${tiers}/oldGround.test.ts`,
  },
]
