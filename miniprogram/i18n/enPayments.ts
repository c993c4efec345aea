import { formatCount } from './format'
import type { zhPayments } from './zhPayments'

/** The words of what the shop looks after with WeChat Pay. */
export const enPayments: typeof zhPayments = {
  entryBills: 'WeChat bills',
  entryRefunds: 'WeChat refunds',
  states: {
    open: 'waiting to be paid',
    closed: 'cancelled',
    paid: 'paid',
    late: 'paid after it was cancelled, given back',
    asked: 'to be sent',
    processing: 'WeChat is at it',
    done: 'arrived',
    refused: 'needs you',
    returned: 'put back',
    byHand: 'paid out in the shop',
  },
  bills: {
    title: 'WeChat bills',
    hint: "Each day after 10:00, WeChat Pay's bill of the day before is compared with the books, trade by trade. Differences are listed; nothing is changed by itself.",
    all: 'All',
    differing: 'Differing',
    came: (amount, n) => `in ${amount} (${formatCount(n)})`,
    went: (amount, n) => `back ${amount} (${formatCount(n)})`,
    agrees: 'agrees',
    differs: (n) => (n === 1 ? '1 difference' : `${formatCount(n)} differences`),
    none: 'Nothing compared yet',
    noneHint: 'The first comparison comes after 10:00 on the day after the first WeChat payment.',
    notSetUp: 'WeChat Pay is not set up',
    notSetUpHint: 'Once it is, each day has its comparison here.',
    noneDiffers: 'No bill differs',
    noneDiffersHint: 'All days that were compared agree.',
    end: 'Nothing earlier',
  },
  bill: {
    title: 'The bill of a day',
    agrees: 'Bill and books agree',
    differs: (n) => (n === 1 ? '1 difference' : `${formatCount(n)} differences`),
    came: 'Came in',
    went: 'Went back',
    fee: "WeChat Pay's fee",
    trades: (n) => `${n}×`,
    checkedAt: (time) => `Compared ${time}`,
    checkAgain: 'Compare again',
    differences: 'What differs',
    firstOf: (shown, all) => `The first ${formatCount(shown)} of ${formatCount(all)}.`,
    kinds: {
      missingHere: 'In the bill, not in the books',
      missingThere: 'In the books, not in the bill',
      amountDiffers: 'Another amount',
    },
    of: { payment: 'payment', refund: 'refund' },
    ofPayment: (id) => `of payment ${id}`,
    amounts: (billed, booked) => `bill ${billed} · books ${booked}`,
    none: 'nothing',
    unknownHere: 'The books do not know this number.',
    stands: (state) => `In the books: ${state}`,
    whatToDo: 'What to do',
    advice: {
      missingHere:
        "WeChat took or gave back money that is not booked. Compare again first: a notice may be late. If it stays, look the number up in WeChat Pay's merchant pages and settle it with the customer.",
      missingThere:
        "It is booked, and WeChat's bill does not have it. Look the number up in WeChat Pay's merchant pages; if it is not there, ship nothing and ask for support.",
      amountDiffers:
        "The two amounts are not the same. Check this one in WeChat Pay's merchant pages, and settle it with the customer by WeChat's amount.",
    },
    nothingIsChanged: 'A comparison only keeps its result: it changes no order, no balance and no refund.',
  },
  refunds: {
    title: 'WeChat refunds',
    refused: (n) => (n > 0 ? `Needs you ${formatCount(n)}` : 'Needs you'),
    underWay: 'Under way',
    over: 'Over',
    none: {
      refused: 'No refund needs you',
      underWay: 'No refund is under way',
      over: 'No refund is over yet',
    },
    noneHint: {
      refused: 'What WeChat would not give back comes here: ask again, or pay it out in the shop.',
      underWay: 'Once it is sent, a refund mostly arrives within minutes.',
      over: 'Refunds that arrived come here.',
    },
    of: {
      shopOrder: (id) => `Order ${id}`,
      topUp: (id) => `Top-up ${id}`,
      membership: (id) => `Membership ${id}`,
    },
    late: 'Paid after it was cancelled: goes back whole.',
    number: (id) => `Refund number ${id}`,
    faults: {
      rejected: 'WeChat did not take this refund up; the money is still in your account.',
      closed: 'WeChat closed this refund; the money is still in your account.',
      abnormal:
        "The customer's card takes no refund. In WeChat Pay's merchant pages you can send it to another card; once it went there, it shows here as arrived by itself.",
    },
    said: (words) => `WeChat says: ${words}`,
    nextTry: (time) => `Next try: ${time}`,
    retry: 'Ask again',
    byHand: 'Pay out in the shop',
    byHandTitle: (amount) => `Pay out ${amount} in the shop`,
    byHandHint:
      'Give the customer the money first, then record it here. That ends this refund: WeChat is not asked for it again.',
    byHandAbnormal:
      "Make sure first that it was not given back in WeChat Pay's merchant pages, or it is given twice.",
    note: 'How it was paid out',
    notePlaceholder: 'e.g. in cash, signed for',
    noteMissing: 'Say how it was paid out (2 characters at least).',
    byHandConfirm: 'Paid out, record it',
    end: 'Nothing earlier',
  },
}
