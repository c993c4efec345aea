import type { Guard } from './guard'

const benefits = 'shared/rules/benefits'
const grants = `${benefits}/grants.test.ts`
const give = `${benefits}/give.test.ts`
const coupons = `${benefits}/coupons.test.ts`
const usecases = 'tests/usecases/benefits.test.ts'

/** What keeps a benefit from being given twice, too early, to the wrong members, or without its coupons. */
export const benefitGuards: readonly Guard[] = [
  {
    what: 'a benefit is given for no day before it was added',
    file: `${benefits}/grants.ts`,
    from: '    addedOn,\n    since,',
    to: '    since,',
    test: grants,
  },
  {
    what: 'a benefit whose day is moved within its period is given once, and goes on',
    file: `${benefits}/grants.ts`,
    from: 'if (period && last?.period === period.key) period =',
    to: 'if (period && last?.period === period.key && period.key === "") period =',
    test: grants,
  },
  {
    what: 'a benefit for who paid is given from the day of paying',
    file: `${benefits}/grants.ts`,
    from: "audience === 'paidOnly' ? paidSince : null",
    to: 'null',
    test: grants,
  },
  {
    what: 'a benefit of points comes once for each level and member',
    file: `${benefits}/onUpgrade.ts`,
    from: 'if (levelsPaidOut.includes(levelId)) return null',
    to: '',
    test: grants,
  },
  {
    what: 'a benefit of points comes with no upgrade of a day before it was added',
    file: `${benefits}/onUpgrade.ts`,
    from: ' && addedOn <= reachedOn',
    to: '',
    test: grants,
  },
  {
    what: 'no benefit is given while the levels are off',
    file: `${benefits}/holder.ts`,
    from: 'if (!isOn(program)) return null',
    to: '',
    test: give,
  },
  {
    what: 'a benefit is not given by who knows only older rules',
    file: `${benefits}/give.ts`,
    from: ' || !knowsBenefitsOf(account, settings)',
    to: '',
    test: give,
  },
  {
    what: 'a member is looked at once for each version of the benefits',
    file: 'shared/rules/account/settle.ts',
    from: 'seenBenefits(rejudge(counted, day, settings, recordedAt), settings)',
    to: 'rejudge(counted, day, settings, recordedAt)',
    test: give,
  },
  {
    what: 'a benefit of a level that ends on its day is not given',
    file: 'shared/rules/account/settle.ts',
    from: 'first && first.day <= each.day',
    to: 'first && first.day < each.day',
    test: give,
  },
  {
    what: 'a coupon that a benefit gave has expired past its last day',
    file: `${benefits}/couponGroups.ts`,
    from: "validUntilDay < today ? 'expired' : 'usable'",
    to: "'usable'",
    test: coupons,
  },
  {
    what: 'a benefit’s entry is filed with its coupons',
    file: 'cloudfunctions/database/filing.ts',
    from: 'documents: entries.flatMap(couponsOf)',
    to: 'documents: []',
    test: usecases,
  },
  {
    what: 'a page of benefits has the coupons that are not filed yet',
    file: 'cloudfunctions/usecases/benefits/list.ts',
    from: '...account.tail.flatMap(couponsOf), ',
    to: '',
    test: usecases,
  },
  {
    what: 'a benefit of a level just reached is given in the same commit',
    file: 'cloudfunctions/database/transactOnAccount.ts',
    from: 'tellOfTier(account, settle(next, today, settings, at), settings, today, at)',
    to: 'tellOfTier(account, next, settings, today, at)',
    test: usecases,
  },
  {
    what: 'a benefit that is added is given to present members',
    file: 'cloudfunctions/everyMinute/index.ts',
    from: '  recountTiers,\n  recountBenefits,',
    to: '  recountTiers,',
    test: usecases,
  },
]
