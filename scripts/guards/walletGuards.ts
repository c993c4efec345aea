import type { Guard } from './guard'

const rules = 'shared/rules/wallet'
const usecases = 'cloudfunctions/usecases/wallet'
const topUps = 'tests/usecases/wallet.test.ts'
const refunds = 'tests/usecases/walletRefunds.test.ts'
const yearEnd = `${rules}/settleYearEnd.test.ts`

/** What keeps stored value from being there twice, or gone, whatever is repeated, raced or refused. */
export const walletGuards: readonly Guard[] = [
  {
    what: 'a top-up that is booked is not booked again, nor taken for late',
    file: `${usecases}/topUpOwner.ts`,
    from: "if (payment?.state === 'paid') return { answer: 'booked' }",
    to: '',
    test: topUps,
  },
  {
    what: 'a top-up that nobody waits for goes back to the payer',
    file: `${usecases}/topUpOwner.ts`,
    from: "if (payment?.state !== 'open' || !terms) return { answer: 'late' }",
    to: "if (!payment || !terms) return { answer: 'booked' }",
    test: topUps,
  },
  {
    what: 'a top-up is sold by the agreement that was shown',
    file: `${usecases}/agreedTerms.ts`,
    from: 'if (agreed !== agreementVersion(settings))',
    to: "if (agreed === '')",
    test: topUps,
  },
  {
    what: 'a top-up in payment takes up room under the ceiling',
    file: `${rules}/room.ts`,
    from: ' - comingFen',
    to: '',
    test: topUps,
  },
  {
    what: 'a top-up in payment stands in the way of a first one',
    file: `${rules}/offer.ts`,
    from: 'const [inTheWay] = waiting',
    to: 'const [inTheWay] = waiting.slice(waiting.length)',
    test: topUps,
  },
  {
    what: 'a top-up that was just paid is not given up',
    file: `${usecases}/giveUpTopUp.ts`,
    from: "if (own.value.state === 'open') await closePayment(call, own.value)",
    to: 'void closePayment',
    test: topUps,
  },
  {
    what: 'a top-up of another member is not found',
    file: `${usecases}/ownTopUp.ts`,
    from: 'payment?.member === memberId && ',
    to: 'payment && ',
    test: topUps,
  },
  {
    what: 'a coupon that cannot be given is promised with no top-up',
    file: `${rules}/giftCoupons.ts`,
    from: 'template.isOn && ',
    to: '',
    test: `${rules}/booking.test.ts`,
  },
  {
    what: 'a refund of the wallet is the one that was shown',
    file: `${usecases}/refundByRight.ts`,
    from: 'fundsOf(parts).bonusFen === bonusFen ?',
    to: 'parts ?',
    test: refunds,
  },
  {
    what: 'a refund of the wallet by the same request is the same one',
    file: `${usecases}/takeOutRefund.ts`,
    from: "if (earlier?.basis.of === 'walletRefund')",
    to: "if (earlier?.basis.of === 'walletRefund' && earlier._id === '')",
    test: refunds,
  },
  {
    what: 'what WeChat refuses to pay out of a wallet comes back into it',
    file: `${usecases}/topUpOwner.ts`,
    from: 'next: tell(returned, ',
    to: 'next: tell(account, ',
    test: refunds,
  },
  {
    what: 'a wallet gets back a top-up paid in the shop in the shop alone',
    file: `${usecases}/refundByRight.ts`,
    from: "if (parts.some(({ payBack }) => payBack === 'counter'))",
    to: "if (parts.some(({ payBack }) => String(payBack) === ''))",
    test: refunds,
  },
  {
    what: 'a wallet is looked at again under a rule that came later',
    file: `${rules}/settleYearEnd.ts`,
    from: 'if (!wallet || wallet.settingsVersion >= version) return account',
    to: 'if (!wallet || version >= 0) return account',
    test: yearEnd,
  },
  {
    what: 'a wallet is left alone by who knows only older rules',
    file: `${rules}/settleYearEnd.ts`,
    from: 'return (wallet?.settingsVersion ?? 0) <= version',
    to: 'return (wallet?.settingsVersion ?? 0) <= version + 99',
    test: yearEnd,
  },
  {
    what: 'the auditor compares the top-ups of a wallet with the balances',
    file: 'shared/rules/account/audit.ts',
    from: "['walletPrincipal', balances.principal, principalFen],",
    to: '',
    test: `${rules}/booking.test.ts`,
  },
]
