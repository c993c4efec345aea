import { discountWords } from '@shared/kernel/rateWords'
import type { Locale, Words } from '@shared/kernel/words'
import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import type { BenefitFace } from '@shared/rules/benefits/face'
import { en } from '@/i18n/en'
import { formatMoney } from '@/i18n/format'
import { zh } from '@/i18n/zh'
import { formatTimes } from '@/i18n/scaled'

type Discounting = Extract<Perk, { requirement: unknown }>
type Scheduled = Extract<Perk, { issue: unknown }>

/** Days of a month that every month has. */
const SHORTEST_MONTH = 28

const SAID = { zh: zh.benefits.words, en: en.benefits.words } as const

/**
 * A benefit as members read it, while it is edited: what is not filled in yet is left out. Saved, it is worded on the
 * other side; a test holds the two to the same words.
 */
export function faceOf({ id, for: audience, name, description, icon, perk }: Benefit): BenefitFace {
  const details = (['zh', 'en'] as const).map((locale) => detailsOf(perk, locale))
  const [zhDetails = [], enDetails = []] = details
  return {
    id,
    kind: perk.of,
    paidOnly: audience === 'paidOnly',
    name: { zh: name.zh, en: name.en || name.zh },
    gives: isFilledIn(perk) ? both((locale) => givesOf(perk, locale)) : null,
    description: { zh: description.zh, en: description.en || description.zh },
    icon,
    details: zhDetails.map((detail, at) => ({ zh: detail, en: enDetails[at] ?? '' })),
  }
}

function both(say: (locale: Locale) => string | null): Words | null {
  const [inChinese, inEnglish] = [say('zh'), say('en')]
  return inChinese === null || inEnglish === null ? null : { zh: inChinese, en: inEnglish }
}

/** "200", "1,280", "19.90": whole yuan without fen. */
const yuan = (fen: number): string => formatMoney(fen).replace('¥', '').replace(/\.00$/, '')

const isFilledIn = (perk: Perk): boolean => !Object.values(perk).some(Number.isNaN)

function givesOf(perk: Perk, locale: Locale): string | null {
  const said = SAID[locale]
  switch (perk.of) {
    case 'discount':
    case 'birthdayDiscount':
      return said[perk.of](discountWords(perk.rateBp)[locale])
    case 'voucher':
      return said.voucher(yuan(perk.amountFen))
    case 'freeShippingCoupon':
      return said.freeShippingCoupon(perk.coupons)
    case 'freeShippingQuota':
      return said.freeShippingQuota(perk.perMonth)
    case 'pointsOnUpgrade':
      return said.pointsOnUpgrade(perk.points)
    case 'pointsMultiplier':
      return said.pointsMultiplier(formatTimes(perk.rateBp))
    case 'prioritySupport':
      return said.prioritySupport
    case 'extendedReturns':
      return said.extendedReturns(perk.days)
    case 'earlyAccess':
      return said.earlyAccess(perk.hours)
    case 'custom':
      return null
  }
}

function detailsOf(perk: Perk, locale: Locale): string[] {
  const said = SAID[locale]
  return [
    ...givenOf(perk, locale),
    ...('validDays' in perk && !Number.isNaN(perk.validDays) ? [said.validDays(perk.validDays)] : []),
    ...('requirement' in perk ? [...requirementOf(perk, locale), stackingOf(perk, locale)] : []),
  ]
}

function givenOf(perk: Perk, locale: Locale): string[] {
  const said = SAID[locale]
  switch (perk.of) {
    case 'voucher':
    case 'freeShippingCoupon':
      return Object.values(perk.issue).some(Number.isNaN) ? [] : [issueOf(perk, locale)]
    case 'freeShippingQuota':
      return [said.monthly]
    case 'birthdayDiscount':
      return [said.birthday]
    case 'pointsOnUpgrade':
      return [said.onUpgrade]
    default:
      return []
  }
}

function issueOf({ issue }: Scheduled, locale: Locale): string {
  const said = SAID[locale]
  switch (issue.of) {
    case 'atOnce':
      return said.atOnce
    case 'yearly': {
      const isLeap = issue.month === 2 && issue.dayOfMonth > SHORTEST_MONTH
      return said.yearly(issue.month, issue.dayOfMonth) + (isLeap ? said.leap : '')
    }
    case 'everyMonths':
      return (
        said.everyMonths(issue.months, issue.dayOfMonth) +
        (issue.dayOfMonth > SHORTEST_MONTH ? said.short : '')
      )
  }
}

function requirementOf({ requirement }: Discounting, locale: Locale): string[] {
  const said = SAID[locale]
  if (Object.values(requirement).some(Number.isNaN)) return []
  switch (requirement.of) {
    case 'none':
      return [said.none]
    case 'minimumAmount':
      return [said.minimumAmount(yuan(requirement.amountFen))]
    case 'minimumQuantity':
      return [said.minimumQuantity(requirement.quantity)]
  }
}

function stackingOf({ stacking: { withAutomatic, withCodes } }: Discounting, locale: Locale): string {
  const said = SAID[locale]
  if (withAutomatic && withCodes) return said.withBoth
  if (withAutomatic) return said.withAutomatic
  return withCodes ? said.withCodes : said.withNone
}
