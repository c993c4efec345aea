import { addDays } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { REMINDERS_LIMIT } from '../account/tail'
import { join } from '../member/join'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { nextReminder, remind } from './remind'

const NOW = Date.parse('2026-06-01T04:00:00Z')
const TODAY = '2026-06-01'

/** A member with a lot for each of the next days, none of which they were told of. */
function withLots(count: number): Account {
  const account = join(null, 'm1', '2026-01-01', NOW, '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  const lots = Array.from({ length: count }, (_, index) => ({ validUntil: addDays(TODAY, index), points: 5 }))
  return { ...account, lots }
}

test('an account never holds more messages than it has room for: the rest stay due', () => {
  let account = withLots(30)
  for (let times = 0; times < 5; times += 1) account = remind(account, TODAY, NOW)
  expect(account.outgoing).toHaveLength(REMINDERS_LIMIT)
  expect((nextReminder(account) ?? '9999') <= TODAY).toBe(true)
  const moved = { ...account, outgoing: [] }
  expect(remind(moved, TODAY, NOW).outgoing.map(({ _id }) => _id)).not.toContain(account.outgoing[0]?._id)
})
