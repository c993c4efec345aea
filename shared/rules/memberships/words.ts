import { daysBetween, type Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import type { Words } from '@shared/kernel/words'
import { joined, moneyText } from '../explain/texts'
import { leftWords } from '../messages/leftWords'
import { underneath } from '../tiers/endReminder'
import type { PaidRefusal } from '../tiers/paid'
import { levelAt, rankIn, type TierProgram } from '../tiers/program'
import type { TierState } from '../tiers/tierState'
import type { MembershipOffer } from './offer'
import type { MembershipRefundOffer } from './refund'
import type { RenewalReminder } from './remind'

/** What buying a level does for somebody, before they pay: how long, what becomes of a lower one, and what hides it. */
export function offerWords(offer: MembershipOffer, program: TierProgram): Words {
  const { effect, validDays, until, lower, under } = offer
  const last = dayWords(until)
  const effects: Record<MembershipOffer['effect'], Words> = {
    joins: {
      zh: `开通 ${validDays} 天，有效期至 ${last.zh}。`,
      en: `${daysEn(validDays)}, valid through ${last.en}.`,
    },
    renews: {
      zh: `续费 ${validDays} 天，加在到期日之后，有效期至 ${last.zh}。`,
      en: `${daysEn(validDays)} more, added to its end: valid through ${last.en}.`,
    },
    upgrades: {
      zh: `立即升级，${validDays} 天，有效期至 ${last.zh}。`,
      en: `It begins at once, ${daysEn(validDays)}, valid through ${last.en}.`,
    },
  }
  return joined([
    effects[effect],
    ...(lower ? [lowerWords(lower, program)] : []),
    ...(under ? [underWords(under, program)] : []),
  ])
}

function lowerWords(
  { levelId, becomes, daysLeft }: NonNullable<MembershipOffer['lower']>,
  program: TierProgram,
): Words {
  const { zh, en } = nameOf(levelId, program)
  return becomes === 'pauses'
    ? {
        zh: `${zh}剩余的 ${daysLeft} 天暂停，到期后继续。`,
        en: `The ${daysEn(daysLeft)} left of ${en} wait until then.`,
      }
    : {
        zh: `${zh}随之结束，剩余的 ${daysLeft} 天不再保留。`,
        en: `${en} ends, and the ${daysEn(daysLeft)} left of it are not kept.`,
      }
}

function underWords({ levelId, until }: NonNullable<MembershipOffer['under']>, program: TierProgram): Words {
  const { zh, en } = nameOf(levelId, program)
  const day = until && dayWords(until)
  return {
    zh: day
      ? `您现在是${zh}（至 ${day.zh}），在此之前买了也用不上。`
      : `您现在是${zh}，没有到期日，买了也用不上。`,
    en: day
      ? `You hold ${en} through ${day.en}: before that it brings you nothing.`
      : `You hold ${en}, which does not end: it brings you nothing.`,
  }
}

/** What a refund gives back and why not more, before it is confirmed. */
export function refundWords(offer: MembershipRefundOffer): Words {
  const { validDays, usedDays, byDaysFen, savedFen, usedFen, backFen, paidFen } = offer
  const isBySavings = savedFen > byDaysFen
  return {
    zh: `付款 ${moneyText(paidFen)}，${validDays} 天中已用 ${usedDays} 天，折合 ${moneyText(byDaysFen)}；${
      isBySavings ? `权益已为您节省 ${moneyText(savedFen)}，按已用 ${moneyText(usedFen)} 计；` : ''
    }退回 ${moneyText(backFen)}。`,
    en: `You paid ${moneyText(paidFen)}. ${usedDays} of ${daysEn(validDays)} are used, worth ${moneyText(byDaysFen)}.${
      isBySavings ? ` It has saved you ${moneyText(savedFen)}, so ${moneyText(usedFen)} count as used.` : ''
    } ${moneyText(backFen)} go back.`,
  }
}

/** The reminder that a paid level ends: when, what renewing does and costs (null where it can't be had), and what comes otherwise. */
export function renewalSaid(
  { until }: RenewalReminder,
  tier: TierState,
  renewal: MembershipOffer | null,
  program: TierProgram,
  today: Day,
): { readonly title: Words; readonly text: Words } {
  const { paid } = tier
  if (!paid) throw new Error('no paid level runs')
  const name = nameOf(paid.levelId, program)
  const left = leftWords(daysBetween(today, until))
  const last = dayWords(until)
  return {
    title: { zh: `${name.zh}${left.zh}到期`, en: `${name.en} ends ${left.en}` },
    text: joined([
      { zh: `有效期至 ${last.zh}（含当天）。`, en: `It is valid through ${last.en}.` },
      ...(renewal ? [renewalWords(renewal)] : []),
      afterWords(tier, program),
    ]),
  }
}

function renewalWords({ priceFen, validDays, until }: MembershipOffer): Words {
  const last = dayWords(until)
  const price = moneyText(priceFen)
  return {
    zh: `现在续费 ${price}，加 ${validDays} 天，有效期至 ${last.zh}。`,
    en: `Renew for ${price}: ${daysEn(validDays)} more, through ${last.en}.`,
  }
}

function afterWords(tier: TierState, program: TierProgram): Words {
  const next = tier.by === 'paid' ? underneath(tier, program) : tier.id
  const { zh, en } = nameOf(next, program)
  return next === tier.id
    ? { zh: `到期后您仍是${zh}。`, en: `You will still be ${en} after that.` }
    : { zh: `到期后为${zh}。`, en: `Your level will be ${en} after that.` }
}

const nameOf = (levelId: string, program: TierProgram): Words =>
  levelAt(program, Math.max(0, rankIn(program, levelId))).name

const daysEn = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** Why a level can't be bought, to whoever asks. */
export function notSoldWords(refusal: PaidRefusal, program: TierProgram): Words {
  if (refusal.code !== 'HIGHER_LEVEL_RUNS') return { zh: '现在不出售。', en: 'It is not sold now.' }
  const { zh, en } = nameOf(refusal.levelId, program)
  const last = dayWords(refusal.until)
  return {
    zh: `您的${zh}还没有到期（至 ${last.zh}）。`,
    en: `Your ${en} runs through ${last.en}.`,
  }
}
