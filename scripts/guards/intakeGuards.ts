import type { Guard } from './guard'

const rules = 'shared/rules/intake'
const usecases = 'cloudfunctions/usecases/orderIntake'
const takeIn = `${rules}/takeIn.test.ts`
const intake = 'tests/usecases/orderIntake.test.ts'

/** What keeps orders that are told from outside true, and counted once. */
export const intakeGuards: readonly Guard[] = [
  {
    what: 'a request that tells of orders is signed with a secret that is valid',
    file: `${usecases}/checkSignature.ts`,
    from: 'if (!timingSafeEqual(right,',
    to: 'if (!timingSafeEqual(right, right) && !timingSafeEqual(right,',
    test: intake,
  },
  {
    what: 'a request that tells of orders is of now',
    file: `${usecases}/checkSignature.ts`,
    from: 'if (Math.abs(call.at - signedAt) > TOLERANCE_MS)',
    to: 'if (Number.isNaN(signedAt))',
    test: intake,
  },
  {
    what: 'a request that tells of orders is believed once',
    file: `${usecases}/checkSignature.ts`,
    from: 'if (!(await useNonce(',
    to: "if (nonce === '' && !(await useNonce(",
    test: intake,
  },
  {
    what: 'a key that was switched off is no key',
    file: `${usecases}/checkSignature.ts`,
    from: 'id === keyId && offAt === null',
    to: 'id === keyId && offAt !== 0',
    test: 'tests/usecases/intakeKeys.test.ts',
  },
  {
    what: 'an order that is told again is one',
    file: `${rules}/takeIn.ts`,
    from: "known === null || known.kind === 'awaited' ? this.#book(told, known) : again(known, told)",
    to: "this.#book(told, known?.kind === 'awaited' ? known : null)",
    test: takeIn,
  },
  {
    what: 'a refund that is told again is one',
    file: `${rules}/takeIn.ts`,
    from: 'if (earlier) return againRefund(earlier, told)',
    to: 'if (earlier && !isSameRefund(earlier, told)) return againRefund(earlier, told)',
    test: takeIn,
  },
  {
    what: 'a refund that waited is done when its order comes',
    file: `${rules}/takeIn.ts`,
    from: '(awaited?.waiting ?? [])',
    to: '(awaited?.waiting.slice(0, 0) ?? [])',
    test: takeIn,
  },
  {
    what: 'an order that is told late is judged as of today',
    file: 'shared/rules/account/post.ts',
    from: 'const { day, at } = draft.judged ?? draft',
    to: 'const { day, at } = draft',
    test: takeIn,
  },
  {
    what: 'the level multiplies told orders as it stood when the first one of the day was told',
    file: `${rules}/bookTold.ts`,
    from: 'if (intakeFacts?.day === today)',
    to: "if (intakeFacts?.day === '')",
    test: takeIn,
  },
  {
    what: 'a told order is not cut by the cap of the day',
    file: `${rules}/bookTold.ts`,
    from: 'isCapped: false',
    to: 'isCapped: true',
    test: takeIn,
  },
  {
    what: 'a refund of a line is no more than was paid for it',
    file: `${rules}/refundTold.ts`,
    from: 'if (amountFen > leftFen)',
    to: 'if (leftFen < 0)',
    test: intake,
  },
]
