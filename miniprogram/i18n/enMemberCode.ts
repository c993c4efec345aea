import type { zhMemberCode } from './zhMemberCode'

/** The words of the member's code. */
export const enMemberCode: typeof zhMemberCode = {
  title: 'Member code',
  entry: 'Member code',
  entryHint: 'Show it in the shop',
  member: 'Member',
  points: 'Points',
  balance: 'Balance to spend',
  spoken: 'QR code of your member code, for the people of the shop',
  renews: 'Renews by itself; good for a minute',
  over: 'This code is over',
  renew: 'Renew the code',
  hint: 'Show it when you pay: your balance goes first, and the purchase earns points. A picture of it is of no use to anybody: after a minute it is over.',
  asked: {
    title: 'Please confirm this purchase',
    byBalance: 'From your balance',
    byPoints: (n: string) => `${n} points take off`,
    atTill: 'To pay at the till',
    explain: 'See how it is reckoned',
    until: (time: string) => `Confirm before ${time}, or it is cancelled by itself`,
    confirm: 'Pay',
    confirmed: 'Paid',
    decline: 'Not me',
    declined: 'Declined; nothing was taken',
  },
}
