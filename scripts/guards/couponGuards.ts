import type { Guard } from './guard'

const coupons = 'shared/rules/coupons'
const database = 'cloudfunctions/database'
const moves = `${coupons}/move.test.ts`
const issue = `${coupons}/issue.test.ts`
const races = 'tests/usecases/couponRaces.test.ts'
const usecases = 'tests/usecases/coupons.test.ts'
const jobs = 'tests/usecases/couponJobs.test.ts'

/** What keeps a coupon from being used twice, issued beyond its limits, or lost with the worker that gave it. */
export const couponGuards: readonly Guard[] = [
  {
    what: 'a coupon is asked again by the same order without counting twice',
    file: `${coupons}/move.ts`,
    from: '  if (isDone(coupon, move)) return ok(coupon)\n',
    to: '',
    test: moves,
  },
  {
    what: 'a coupon is used only by the order that holds it',
    file: `${coupons}/move.ts`,
    from: "return heldBy.includes(move.orderId) ? null : { code: 'COUPON_NOT_HELD' }",
    to: 'return null',
    test: moves,
  },
  {
    what: 'a coupon that an order holds does not expire',
    file: `${coupons}/move.ts`,
    from: "    case 'expire':\n      if (heldBy.length > 0) return { code: 'COUPON_LOCKED' }\n",
    to: "    case 'expire':\n",
    test: moves,
  },
  {
    what: 'a coupon is somebody’s own',
    file: `${database}/couponMoves.ts`,
    from: 'if (data?.member !== member) return',
    to: 'if (!data) return',
    test: races,
  },
  {
    what: 'a member has no more of a coupon than its limit',
    file: `${coupons}/issue.ts`,
    from: "  if (held.length >= perMember) return { code: 'COUPON_LIMIT', limit: perMember }\n",
    to: '',
    test: issue,
  },
  {
    what: 'a coupon’s total is reserved by a condition',
    file: `${database}/couponTemplates.ts`,
    from: '{ issued: command.lte(total - count) }',
    to: '{}',
    test: races,
  },
  {
    what: 'a coupon that was put in by nobody leaves its reservation',
    file: `${database}/issueCoupons.ts`,
    from: 'reservation, put.length)',
    to: 'reservation, coupons.length)',
    test: races,
  },
  {
    what: 'a cause gives a member one coupon',
    file: `${database}/issueCoupons.ts`,
    from: 'const earlier = givenBy(cause, own)',
    to: 'const earlier = givenBy(cause, own.slice(own.length))',
    test: jobs,
  },
  {
    what: 'a coupon’s reservation that was never settled is settled',
    file: 'cloudfunctions/everyMinute/index.ts',
    from: '  giveUnderWay,\n  settleReservations,\n',
    to: '  giveUnderWay,\n',
    test: usecases,
  },
]
