import type { Guard } from './guard'

const usecases = 'tests/usecases/tierPreview.test.ts'
const settleMany = 'cloudfunctions/database/settleMany.ts'

/** What keeps a recalculation from losing anything, and a preview from leaving anybody out. */
export const recalculationGuards: readonly Guard[] = [
  {
    what: 'accounts that are written together name the version that was read',
    file: settleMany,
    from: 'account: { _id } }) => _id)), version: account.version })',
    to: 'account: { _id } }) => _id)) })',
    test: usecases,
  },
  {
    what: 'only who was but looked at is written together with others',
    file: settleMany,
    from: 'if (tier !== undefined && !isOnlyLookedAt(account, next)) return null',
    to: '',
    test: usecases,
  },
  {
    what: 'one account that cannot be settled keeps nobody else from it',
    file: 'cloudfunctions/usecases/member/settleDue.ts',
    from: 'slice.length === 0 || errors.length === slice.length',
    to: 'slice.length === 0 || errors.length > 0',
    test: usecases,
  },
  {
    what: 'a preview goes on where more members crowd than a slice holds',
    file: 'cloudfunctions/database/standings.ts',
    from: 'if (found.length < aSlice) break',
    to: 'break',
    test: usecases,
  },
]
