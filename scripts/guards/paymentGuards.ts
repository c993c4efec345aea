import type { Guard } from './guard'

const payments = 'cloudfunctions/usecases/payments'
const settling = 'tests/pay/settling.test.ts'
const notices = 'tests/pay/orderNotices.test.ts'
const bills = 'tests/pay/bills.test.ts'
const refused = 'tests/pay/refusedRefunds.test.ts'

/** What keeps money from being booked twice or without being there, and from staying where nobody waits for it. */
export const paymentGuards: readonly Guard[] = [
  {
    what: 'what was paid is what was asked for',
    file: `${payments}/bookReceipt.ts`,
    from: 'if (amountFen !== payment.amountFen)',
    to: 'if (amountFen === 0)',
    test: notices,
  },
  {
    what: 'a payment is one transaction of WeChat’s for ever',
    file: `${payments}/bookReceipt.ts`,
    from: 'isKnown && payment.transactionId !== transactionId',
    to: 'isKnown && transactionId === ""',
    test: settling,
  },
  {
    what: 'money that nobody waits for goes back',
    file: `${payments}/bookReceipt.ts`,
    from: "if (outcome === 'late') await giveBackLate(desk, payment, receipt)",
    to: 'void outcome, giveBackLate',
    test: notices,
  },
  {
    what: 'money that nobody waits for goes back once',
    file: `${payments}/bookReceipt.ts`,
    from: "if (payment.state === 'late') return { answer: undefined }",
    to: '',
    test: settling,
  },
  {
    what: 'a payment is closed at WeChat before what is held for it is let go',
    file: `${payments}/settlePayments.ts`,
    from: "const ended = await closePayment(desk, payment)\n  if (ended === 'paid') return\n  const isSilent",
    to: 'const ended = (await Promise.resolve(closePayment && "closed")) as string\n  if (ended === \'paid\') return\n  const isSilent',
    test: settling,
  },
  {
    what: 'a payment is not ended while WeChat is silent',
    file: `${payments}/settlePayments.ts`,
    from: "const isSilent = ended === 'unknown' &&",
    to: "const isSilent = ended === 'never' &&",
    test: settling,
  },
  {
    what: 'WeChat hears of a payment that was closed here',
    file: `${payments}/settlePayments.ts`,
    from: "isOver = ended === 'closed' || (ended === 'unheardOf' && desk.at >= payment.expiresAt)",
    to: 'isOver = true',
    test: settling,
  },
  {
    what: 'a refund counts as refused only when WeChat does not know it',
    file: `${payments}/askRefund.ts`,
    from: 'if (known.ok) return void (await takeRefundState(desk, refund, known.value))',
    to: '',
    test: settling,
  },
  {
    what: 'a notice of a refund is not lost while WeChat answers somebody',
    file: 'cloudfunctions/database/refunds.ts',
    from: 'return updated === 1 ? next : lost',
    to: 'return updated === 1 ? next : ((void lost), refund)',
    test: settling,
  },
  {
    what: 'a refund is done with the amount that was asked for',
    file: `${payments}/refundAnswer.ts`,
    from: 'if (said.refundFen !== refundFen)',
    to: 'if (said.refundFen < 0)',
    test: settling,
  },
  {
    what: 'only what WeChat refused is paid out over the counter',
    file: `${payments}/settleRefundByHand.ts`,
    from: "if (refund.state !== 'refused') return { answer: refuse({ code: 'WECHAT_REFUND_NOT_REFUSED' }) }",
    to: '',
    test: refused,
  },
  {
    what: 'no day’s bill is skipped',
    file: `${payments}/reconcileBills.ts`,
    from: 'run.alert(new Error(`the bill of ${day}: ${code} ${message}`))\n      break',
    to: 'run.alert(new Error(`the bill of ${day}: ${code} ${message}`))\n      continue',
    test: bills,
  },
  {
    what: 'what is booked and in no bill is told',
    file: `${payments}/reconcileDay.ts`,
    from: 'reconcile(lines, booked, await readUnbilled(cloud, day))',
    to: 'reconcile(lines, booked, (void readUnbilled, { payments: [], refunds: [] }))',
    test: bills,
  },
]
