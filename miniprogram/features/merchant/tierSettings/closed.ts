import type { TierRules } from '@shared/rules/tiers/tierRules'

/** What the standard of spend and the validity leave no choice about: the code of the reason, null where there is one. */
export function closedIn({ standard, validity }: TierRules) {
  const isHistory = standard.of === 'total' && standard.period.of === 'history'
  return {
    /** Any validity but the permanent one. */
    end: isHistory ? 'historyNeverEnds' : null,
    spendingDowngrade: isHistory ? 'historyFollowsTotal' : null,
    lockIn: isHistory || validity.of === 'permanent' ? 'lockInWithoutEnd' : null,
  } as const
}

/** Rules after a change, without what it closed. */
export function withoutClosed(rules: TierRules): TierRules {
  const open: TierRules = closedIn(rules).end ? { ...rules, validity: { of: 'permanent' } } : rules
  const { spendingDowngrade, lockIn } = closedIn(open)
  return {
    ...open,
    spendingDowngrade: spendingDowngrade ? false : open.spendingDowngrade,
    lockIn: lockIn ? null : open.lockIn,
  }
}
