import { formatCount } from './format'
import type { zhAudit } from './zhAudit'

export const enAudit: typeof zhAudit = {
  title: 'Audit of the books',
  rowRunning: 'Running',
  rowNever: 'Never run',
  agrees: 'Everything agrees',
  differs: (n) => (n === 1 ? '1 difference found' : `${formatCount(n)} differences found`),
  when: (time, by) => `${time} · ${by}`,
  by: { timer: 'nightly', staff: 'by hand' },
  members: 'members',
  entries: 'entries',
  orders: 'orders',
  days: 'days',
  checkNow: 'Check now',
  running: 'Checking the books',
  runningHint: 'It goes on when you leave this page; come back later for the result. The shop can stay open.',
  checkingMembers: (done, all) => `${done} of ${all} members checked`,
  checkingDays: (days) => `Members done, daily figures of ${days} days checked`,
  neverRun: 'The books have not been checked yet',
  neverRunHint: 'They are checked every night, and now if you like.',
  differences: 'What disagrees',
  firstOf: (shown, all) => `The first ${formatCount(shown)} of ${formatCount(all)} are listed.`,
  member: (id) => `Member ${id}`,
  store: 'The shop as a whole',
  allDays: 'All days together',
  amounts: (expected, found) => `By the entries ${expected}, found ${found}`,
  whatToDo: 'What to do',
  advice: {
    member:
      "A member's books: change no data. Go through the member's entries from the earliest one that disagrees; give the member number and these amounts to whoever looks after the system, and put it right by a correcting entry once the cause is known.",
    day: "Daily figures: no member's points or balance is touched, only the figures of that day on the merchant's home are wrong. Have them computed anew as the operating manual says, then check again.",
    store:
      'The shop as a whole: every member agrees by themselves and the sum does not, so a member may be missing. Leave everything as it is and tell whoever looks after the system at once.',
  },
  whatIsChecked: 'What is checked',
  checks: [
    'Every entry balances, and their numbers have no gap',
    'Points, pending points, points owed, growth and stored value are what the entries add up to',
    'The lots of points add up to the points available',
    'What members have spent is what their orders say',
    'The figures of each day and of all days are what the journal makes of them',
    'All members together hold what the shop gave',
  ],
  whenItRuns:
    'It runs every night. An audit only looks: what disagrees is listed here and raises an alert, and nothing is changed.',
}
