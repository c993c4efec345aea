import type { Guard } from './guard'

const counter = 'shared/rules/counter'
const usecases = 'cloudfunctions/usecases'
const charging = 'tests/usecases/counter.test.ts'
const confirming = 'tests/usecases/counterConfirm.test.ts'
const refunding = 'tests/usecases/counterRefund.test.ts'
const shipping = 'tests/pay/shipping.test.ts'

/** What keeps a member's code from being made by others or charged twice, and WeChat's token from running out. */
export const counterGuards: readonly Guard[] = [
  {
    what: 'a member code is signed',
    file: `${usecases}/memberCode/memberCode.ts`,
    from: "if (!isSame(codeOf(parts, secret), `1${digits}`)) return refuse('unknown')",
    to: '',
    test: charging,
  },
  {
    what: 'a member code lives a minute',
    file: `${usecases}/memberCode/memberCode.ts`,
    from: 'ageMs >= CODE_LIVES_MS ||',
    to: 'ageMs >= CODE_LIVES_MS * 1e6 ||',
    test: charging,
  },
  {
    what: 'a visit is of the clerk who scanned',
    file: `${usecases}/counter/visit.ts`,
    from: 'update(`visit\\n${memberId}\\n${body}`)',
    to: 'update(`visit\\n${memberId.length}\\n${body}`)',
    test: charging,
  },
  {
    what: 'a code is charged once',
    file: `${usecases}/counter/charge.ts`,
    from: "if (!isSame) return refuse({ code: 'MEMBER_CODE_USED' })",
    to: '',
    test: charging,
  },
  {
    what: 'what is charged is what was shown',
    file: `${counter}/charge.ts`,
    from: 'const same = sameQuote(wish.seen, seenOf(made.value))',
    to: 'const same = sameQuote(seenOf(made.value), seenOf(made.value))',
    test: charging,
  },
  {
    what: 'above the limit the member is asked first',
    file: `${counter}/charge.ts`,
    from: 'confirmAboveFen === null ||',
    to: 'confirmAboveFen !== undefined ||',
    test: confirming,
  },
  {
    what: 'what was shown to the member is what their yes charges',
    file: `${counter}/charge.ts`,
    from: 'const same = sameQuote(seenOf(sale.quote), seenOf(made.value))',
    to: 'const same = sameQuote(seenOf(made.value), seenOf(made.value))',
    test: confirming,
  },
  {
    what: 'what nobody confirmed in time has lapsed',
    file: `${counter}/counterSale.ts`,
    from: 'now >= sale.lapsesAt',
    to: 'now < 0',
    test: confirming,
  },
  {
    what: 'only the member says yes',
    file: `${usecases}/counter/confirm.ts`,
    from: 'if (known?.member !== memberId)',
    to: 'if (!known)',
    test: confirming,
  },
  {
    what: 'a refund at the counter is what its preview showed',
    file: `${usecases}/counter/refund.ts`,
    from: '!isSameRefund(seen, value.split)',
    to: 'seen.points < 0',
    test: refunding,
  },
  {
    what: 'a refund at the counter is one for each request',
    file: `${usecases}/counter/refund.ts`,
    from: 'each.id === refundId',
    to: 'each.id === "none"',
    test: refunding,
  },
  {
    what: 'a token that WeChat ended is fetched anew, once',
    file: 'cloudfunctions/wechat/openApi/openApi.ts',
    from: 'tokens.forget(token.value)',
    to: '',
    test: shipping,
  },
  {
    what: 'a token is kept for its life',
    file: 'cloudfunctions/wechat/openApi/accessToken.ts',
    from: 'if (kept && now() < kept.until)',
    to: 'if (kept && now() < 0)',
    test: shipping,
  },
  {
    what: 'what WeChat was told already is no failure',
    file: 'cloudfunctions/wechat/shipping/weChatShipping.ts',
    from: '!KNOWN_ALREADY.has(told.error.code)',
    to: 'told.error.code !== -1',
    test: shipping,
  },
]
