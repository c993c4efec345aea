import { benefitGuards } from './benefitGuards'
import { counterGuards } from './counterGuards'
import { couponGuards } from './couponGuards'
import type { Guard } from './guard'
import { intakeGuards } from './intakeGuards'
import { tierGuards } from './tierGuards'
import { paymentGuards } from './paymentGuards'
import { recalculationGuards } from './recalculationGuards'
import { shopGuards } from './shopGuards'
import { shopOrderGuards } from './shopOrderGuards'
import { walletGuards } from './walletGuards'

const rules = 'shared/rules'
const database = 'cloudfunctions/database'
const sale = `${rules}/orders/sale.test.ts`
const sales = 'tests/usecases/sales.test.ts'
const life = `${rules}/account/life.test.ts`
const settled = `${rules}/account/settle.test.ts`
const spending = `${rules}/points/spending.test.ts`
const earn = `${rules}/points/earn.test.ts`
const outbox = 'tests/usecases/outbox.test.ts'
const audits = 'tests/usecases/books.test.ts'
const figures = 'tests/usecases/bookFigures.test.ts'

export const guards: readonly Guard[] = [
  {
    what: 'a day is stamped once',
    file: `${rules}/checkin/checkIn.ts`,
    from: '  if (isChecked(account.checkinRuns, today)) return null\n',
    to: '',
    test: `${rules}/checkin/checkIn.test.ts`,
  },
  {
    what: 'a sale that is in already is answered and not booked again',
    file: 'cloudfunctions/usecases/orders/record.ts',
    from: 'if (order) return',
    to: 'if (order && order._id === "none") return',
    test: sales,
  },
  {
    what: 'a refund that is in already is answered and not booked again',
    file: 'cloudfunctions/usecases/orders/refund.ts',
    from: 'if (earlier) return',
    to: 'if (earlier && earlier.id === "none") return',
    test: sales,
  },
  {
    what: 'an account remembers the causes that were moved to the journal',
    file: `${rules}/account/tail.ts`,
    from: 'recentCauses: [...account.recentCauses, ...moved].slice(-RECENT_CAUSES)',
    to: 'recentCauses: account.recentCauses.filter(() => moved.length < 0)',
    test: 'tests/books/drainInterleavings.test.ts',
  },
  {
    what: 'a write names the version that it was decided on',
    file: `${database}/members.ts`,
    from: '.where({ _id: previous._id, version: previous.version })',
    to: '.where({ _id: previous._id })',
    test: sales,
  },
  {
    what: 'legs sum to zero in every unit',
    file: `${rules}/account/post.ts`,
    from: '  assertBalanced(draft.legs)\n',
    to: '',
    test: `${rules}/account/account.test.ts`,
  },
  {
    what: 'lots, pending lots and growth days add up to their balances',
    file: `${rules}/account/post.ts`,
    from: 'if (sum !== balance)',
    to: 'if (sum !== sum)',
    test: `${rules}/account/account.test.ts`,
  },
  {
    what: 'no balance goes below zero, and no debt above',
    file: `${rules}/account/post.ts`,
    from: "const isWrong = name === 'pointsDebt' ? balances[name] > 0 : balances[name] < 0",
    to: 'const isWrong = Number.isNaN(balances[name])',
    test: `${rules}/account/account.test.ts`,
  },
  {
    what: 'spending takes the earliest expiry first',
    file: `${rules}/points/take.ts`,
    from: 'takeUpTo([...lots].sort(byExpiry), points)',
    to: 'takeUpTo([...lots].sort(byExpiry).reverse(), points)',
    test: sale,
  },
  {
    what: 'a refund takes from the order’s own lots first',
    file: `${rules}/points/takeBack.ts`,
    from: 'const first = takeUpTo(own, points)',
    to: 'const first = takeUpTo(own, points - points)',
    test: sale,
  },
  {
    what: 'what was spent already is owed',
    file: `${rules}/points/takeBack.ts`,
    from: 'debt: rest.short',
    to: 'debt: rest.short - rest.short',
    test: spending,
  },
  {
    what: 'a debt is repaid first by what is earned',
    file: `${rules}/points/earn.ts`,
    from: 'repay(points, -account.balances.pointsDebt)',
    to: 'repay(points, 0)',
    test: earn,
  },
  {
    what: 'a debt is repaid first by what was pending',
    file: `${rules}/points/release.ts`,
    from: 'repay(lot.points, -account.balances.pointsDebt)',
    to: 'repay(lot.points, 0)',
    test: sale,
  },
  {
    what: 'a behaviour earns no more than its cap of the day',
    file: `${rules}/points/earn.ts`,
    from: 'Math.max(0, Math.min(due, room))',
    to: 'due',
    test: earn,
  },
  {
    what: 'multipliers together stay under the cap',
    file: `${rules}/earning/stack.ts`,
    from: 'const capped = capBp !== null && rateBp > capBp',
    to: 'const capped = capBp === -1',
    test: `${rules}/earning/earnOrder.test.ts`,
  },
  {
    what: 'a refund takes back what the order earned under its own rules',
    file: `${rules}/orders/refundSale.ts`,
    from: 'const { amountFen, earned, pointsUsed, refunds } = order',
    to: 'const { amountFen, pointsUsed, refunds } = order; const earned = { points: Math.floor(amountFen / 100), growth: 0 }',
    test: sale,
  },
  {
    what: 'the last refund takes the rest',
    file: `${rules}/points/takeBack.ts`,
    from: '  if (refundedFen >= paidFen) return earned - takenBefore\n',
    to: '  if (paidFen === 0) return 0\n',
    test: sale,
  },
  {
    what: 'refunds never exceed what was paid',
    file: `${rules}/orders/refundSale.ts`,
    from: 'if (refund.amountFen > leftFen || refund.freightFen > leftFreightFen)',
    to: 'if (refund.amountFen < 0)',
    test: sale,
  },
  {
    what: 'pending points are taken from what is pending',
    file: `${rules}/orders/refundSale.ts`,
    from: 'if (releaseDay !== null && releaseDay > today)',
    to: 'if (releaseDay === "never")',
    test: sale,
  },
  {
    what: 'growth taken back is no more than what still counts',
    file: `${rules}/growth/lapse.ts`,
    from: '-Math.min(growth, there?.counted ?? 0)',
    to: '-growth',
    test: sale,
  },
  {
    what: 'points that come back after their lot lapsed have a grace',
    file: `${rules}/points/giveBack.ts`,
    from: 'const lapsed = validUntil !== null && validUntil < today',
    to: 'const lapsed = false',
    test: sale,
  },
  {
    what: 'points take no more off than the cap',
    file: `${rules}/points/toCash.ts`,
    from: "if (points > most) return refuse({ code: 'POINTS_CAP', most })",
    to: '',
    test: sales,
  },
  {
    what: 'what has fallen due is done before a command sees the account',
    file: `${database}/commandOnAccount.ts`,
    from: 'if (isSettled(settled, moment.today, settings)) return { account, settled }',
    to: 'return { account, settled: account }',
    test: 'tests/usecases/timers.test.ts',
  },
  {
    what: 'what falls due is done in the order of the days',
    file: `${rules}/account/settle.ts`,
    from: 'first && first.day <= each.day ? first : each',
    to: 'first && first.day >= each.day ? first : each',
    test: life,
  },
  {
    what: 'a member is told of lapsing points once for each of the days before',
    file: `${rules}/points/remind.ts`,
    from: 'passed !== null && passed < lastReminder(account, validUntil)',
    to: 'passed !== null',
    test: settled,
  },
  {
    what: 'growth leaves its window',
    file: `${rules}/account/settle.ts`,
    from: '  if (growthDay)\n',
    to: '  if (growthDay === "never")\n',
    test: settled,
  },
  {
    what: 'growth is counted again under new rules, once',
    file: `${rules}/growth/lapse.ts`,
    from: 'if (account.growthVersion >= version) return account',
    to: 'if (account.growthVersion >= 0) return account',
    test: settled,
  },
  {
    what: 'whoever knows only older rules of growth lets nothing lapse by them',
    file: `${rules}/account/settle.ts`,
    from: 'return account.growthVersion <= settings.growth.version',
    to: 'return account.growthVersion >= 0',
    test: settled,
  },
  {
    what: 'the audit recomputes balances, lots and growth from the entries',
    file: `${rules}/account/audit.ts`,
    from: 'if (expected !== found)',
    to: 'if (expected !== expected)',
    test: `${rules}/account/account.test.ts`,
  },
  {
    what: 'a message leaves the account only once it is in the outbox',
    file: `${database}/drain.ts`,
    from: 'messages.flatMap((message) => outboxItems(message, at))',
    to: 'messages.flatMap((message) => outboxItems(message, at)).slice(1)',
    test: outbox,
  },
  {
    what: 'a message is taken up by one sender',
    file: `${database}/outbox.ts`,
    from: "{ _id: command.in(ids), state: 'waiting' }",
    to: '{ _id: command.in(ids) }',
    test: outbox,
  },
  {
    what: 'a message whose sender stopped is sent by another',
    file: `${database}/outbox.ts`,
    from: 'nextTryAt: at + SENDER_STOPPED_MS',
    to: 'nextTryAt: at + SENDER_STOPPED_MS * 1e6',
    test: outbox,
  },
  {
    what: 'a message that another sender has sent stays sent',
    file: `${database}/outbox.ts`,
    from: "{ _id: cloud.db.command.in(ids), state: 'sending', sender }, outcome",
    to: '{ _id: cloud.db.command.in(ids) }, outcome',
    test: outbox,
  },
  {
    what: 'a message that is in the inbox already is not put in again',
    file: `${database}/inbox.ts`,
    from: 'insertMissing<InboxDocument>(',
    to: '(async (_cloud: Cloud, name: string, documents: object[]) => cloud.db.collection(name).add(documents))(',
    test: outbox,
  },
  {
    what: 'a message that cannot go does not hold up the others',
    file: 'cloudfunctions/usecases/messages/sendOutbox.ts',
    from: 'if (items.length === 1)',
    to: 'if (items.length >= 1)',
    test: outbox,
  },
  {
    what: 'an audit’s slice is committed by one worker',
    file: `${database}/bookChecks.ts`,
    from: '.where({ _id: previous._id, version: previous.version })',
    to: '.where({ _id: previous._id })',
    test: audits,
  },
  {
    what: 'an audit that starts twice at once is one run',
    file: `${rules}/books/auditRun.ts`,
    from: '_id: String(Number(latest?._id ?? 0) + 1)',
    to: '_id: String(startedAt).concat(start.requestId)',
    test: audits,
  },
  {
    what: 'an audit that is started again by a retry is the same run',
    file: 'cloudfunctions/usecases/books/auditRun.ts',
    from: 'if (latest?.by === by && latest.requestId === requestId) return latest',
    to: 'if (latest?.by === by && latest.requestId === "none") return latest',
    test: audits,
  },
  {
    what: 'an audit is nightly once a business day',
    file: `${rules}/books/auditRun.ts`,
    from: 'latest.nightly.day < today',
    to: 'latest.nightly.day <= today',
    test: audits,
  },
  {
    what: 'an audit looks again at a member who was written to meanwhile',
    file: 'cloudfunctions/usecases/books/auditMembers.ts',
    from: '!moved.has(member)',
    to: 'moved.size >= 0',
    test: audits,
  },
  {
    what: 'an audit leaves days alone whose figures are still to come',
    file: 'cloudfunctions/usecases/books/auditDays.ts',
    from: 'return (await hasEntriesFiledFrom(cloud, day, inFigures)) ? [] : differences',
    to: 'return differences',
    test: figures,
  },
  {
    what: 'an audit leaves a total alone that lags behind its days',
    file: 'cloudfunctions/usecases/books/auditDays.ts',
    from: 'return (await anyDayComputedAround(cloud, stored?.computedAt ?? 0)) ? [] : differences',
    to: 'return differences',
    test: figures,
  },
  {
    what: 'an audit finds days that have entries and no figures',
    file: `${database}/auditDays.ts`,
    from: 'if (missing === null) break',
    to: 'if (missing !== undefined) break',
    test: figures,
  },
  {
    what: 'an audit adds up the shop by member and by day',
    file: `${rules}/books/unitSums.ts`,
    from: 'given[unit] !== held[unit]',
    to: 'given[unit] !== given[unit]',
    test: figures,
  },
  {
    what: 'an audit tells of a difference once',
    file: 'cloudfunctions/usecases/books/auditRun.ts',
    from: '{ ...run, alerted: differenceCount, version: run.version + 1 }',
    to: '{ ...run, version: run.version + 1 }',
    test: audits,
  },
  {
    what: 'figures of a later run, which an audit compares, stay',
    file: `${database}/rollupsKept.ts`,
    from: 'computedAt: command.lte(figures.computedAt)',
    to: 'computedAt: command.gte(0)',
    test: figures,
  },
  ...benefitGuards,
  ...counterGuards,
  ...couponGuards,
  ...tierGuards,
  ...recalculationGuards,
  ...shopGuards,
  ...shopOrderGuards,
  ...walletGuards,
  ...intakeGuards,
  ...paymentGuards,
]
