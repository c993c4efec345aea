import type { Day } from '@shared/kernel/day'
import type { Entry } from '@shared/rules/account/entry'
import { earn } from '../books/earnings'
import type { MemberBooks } from '../books/memberBooks'
import { must } from '../operation'
import { callOf, memberBefore, memberOf, type Capability, type Command, type Draw } from './command'
import { isRightlyForbidden, OWNER } from './staff'
import { dayAt, plusDays } from '../books/days'
import type { ShopBooks } from '../books/shopBooks'
import { areOff } from '../books/tierBooks'
import { mustBeDue } from './due'

interface DrawnGift {
  readonly openid: string
  readonly whose: string
  readonly press: number
  readonly level: string
  readonly days: number | null
}

const requestOf = ({ press }: DrawnGift): string => `gift-${press}`
const causeOf = (gift: DrawnGift): string => `tierGiven:${memberOf(gift.whose)}:${requestOf(gift)}`

const drawGift = (draw: Draw): DrawnGift => ({
  openid: draw.random.chance(0.95) ? OWNER : draw.shopper(),
  whose: draw.shopper(),
  press: draw.count(),
  level: draw.random.pick(['regular', 'bronze', 'silver', 'gold', 'none']),
  days: draw.random.pick([null, 0, 3, 40, -1]),
})

/** A gift's last day is counted from the day on which it is first sent. */
const untilOf = (gift: DrawnGift, shop: ShopBooks): Day | null =>
  shop.sentAs(`gift ${gift.press}`, () =>
    gift.days === null ? null : plusDays(dayAt(shop.now()), gift.days),
  )

const isOffOf = (shop: ShopBooks, startedAt: number): boolean =>
  shop.settings.possible(startedAt).some(({ tiers: each }) => areOff(each))

/** A level that was given or taken back is answered with its entry. */
function mustBeIts(shop: ShopBooks, gift: DrawnGift, { entryId }: { readonly entryId: string }): void {
  must(entryId === causeOf(gift), () => `${causeOf(gift)} is answered with ${entryId}`)
  shop.promise(entryId)
}

const give = callOf({
  name: 'tiers.give',
  weight: 1.5,
  mayRest: true,
  draw: drawGift,
  openid: ({ openid }) => openid,
  sends: (gift, shop) => ({
    member: memberOf(gift.whose),
    levelId: gift.level,
    until: untilOf(gift, shop),
    reason: 'a gift',
  }),
  begins: (shop, gift) => {
    if (gift.openid === OWNER)
      shop.attempted.given.set(causeOf(gift), {
        member: memberOf(gift.whose),
        level: gift.level,
        until: untilOf(gift, shop),
      })
    return memberBefore(shop, gift.whose)
  },
  answered: mustBeIts,
  refused: (shop, gift, error, { before, startedAt, today }) => {
    const { code } = error
    if (isRightlyForbidden(shop, gift, error)) return true
    if (code === 'MEMBER_NOT_FOUND') return before.seq === 0
    if (code === 'LEVELS_OFF') return isOffOf(shop, startedAt)
    if (code === 'DAY_PASSED') return (untilOf(gift, shop) ?? today) < today
    const possible = shop.settings.possible(startedAt)
    return (
      code === 'LEVEL_NOT_FOUND' &&
      possible.some(({ tiers: { levels } }) => !levels.some(({ id }) => id === gift.level))
    )
  },
})

const takeBack = callOf({
  name: 'tiers.takeBack',
  weight: 1,
  mayRest: true,
  draw: drawGift,
  openid: ({ openid }) => openid,
  sends: ({ whose }) => ({ member: memberOf(whose), reason: 'a mistake' }),
  begins: (shop, gift) => {
    if (gift.openid === OWNER)
      shop.attempted.given.set(causeOf(gift), { member: memberOf(gift.whose), level: null, until: null })
    return {
      ...memberBefore(shop, gift.whose),
      wasGiven: shop.member(memberOf(gift.whose)).tiers.place?.given,
    }
  },
  answered: mustBeIts,
  refused: (shop, gift, error, { before, startedAt, today }) => {
    const { code } = error
    if (isRightlyForbidden(shop, gift, error)) return true
    if (code === 'MEMBER_NOT_FOUND') return before.seq === 0
    if (code === 'LEVELS_OFF') return isOffOf(shop, startedAt)
    const { place } = shop.member(memberOf(gift.whose)).tiers
    const isGone = [before.wasGiven, place?.given].some((given) => !given || (given.until ?? today) <= today)
    const isNew = place !== null && place.version < shop.settings.latest.tiers.version
    return code === 'NO_LEVEL_GIVEN' && (isGone || isNew)
  },
})

/** What somebody with older rules left alone is judged by who knows the newer, then and there. */
function isJudgedAgain({ _id, seq, day, at, recordedAt }: Entry, { id, tiers }: MemberBooks): boolean {
  const isNow = at === recordedAt && day === dayAt(recordedAt)
  return isNow && tiers.isLeftAlone && _id === `tierJudged:${id}:${day}:${seq}`
}

/** Pressed again it is another one; sent again it is the same. */
function oncePressed(command: Command): Command {
  return {
    ...command,
    sends: (input, shop) => {
      const sent = command.sends(input, shop)
      return { ...sent, event: { ...(sent.event as object), requestId: requestOf(input as DrawnGift) } }
    },
  }
}

export const tiers: Capability = {
  commands: [oncePressed(give), oncePressed(takeBack)],
  entries: {
    tierGiven: (entry, member, shop, { tiers: { levels } }) => {
      const { _id, day } = entry
      const asked = shop.attempted.given.get(_id)
      must(asked?.member === member.id && asked.level !== null, () => `${_id}: nobody asked for it`)
      must(
        levels.some(({ id }) => id === asked.level) && (asked.until ?? day) >= day,
        () => `${_id}: ${asked.level} until ${asked.until} was not to be given`,
      )
      shop.mustBeUpTo(day, member, entry)
      member.tiers.give({ level: asked.level, since: day, until: asked.until })
      return {}
    },
    tierTakenBack: (entry, member, shop) => {
      const { _id, day } = entry
      const asked = shop.attempted.given.get(_id)
      must(asked?.member === member.id && asked.level === null, () => `${_id}: nobody asked for it`)
      must(!!member.tiers.place?.given, () => `${_id}: nothing was given`)
      shop.mustBeUpTo(day, member, entry)
      member.tiers.give(null)
      return {}
    },
    tierJudged: (entry, member, shop, settings) => {
      const { _id, tier } = entry
      const { version } = settings.tiers
      must(tier !== null, () => `${_id}: changed nothing`)
      if (_id === `tierJudged:${member.id}:v${version}`)
        must((member.tiers.place?.version ?? version) < version, () => `${_id}: is judged already`)
      else if (isJudgedAgain(entry, member)) shop.mustBeUpTo(entry.day, member, entry)
      else mustBeDue('judgement', entry, member, shop)
      return {}
    },
    benefitGranted: (entry, member, shop) => {
      const { _id, basis, day } = entry
      mustBeDue('grant', entry, member, shop)
      const { benefitId, period } = basis.of === 'grant' ? basis : { benefitId: '', period: '' }
      must(_id === `grant:${benefitId}:${member.id}:${period}`, () => `${_id}: is for ${benefitId} ${period}`)
      return { then: () => member.grants.take(benefitId, period, day) }
    },
    upgradePoints: ({ _id, day, basis }, member, _shop, settings) => {
      const { level } = member
      const points = basis.of === 'upgradePoints' ? basis.points : NaN
      const isOwed = _id === `upgrade:${level}:${member.id}` && member.tiers.owes(level, points)
      must(isOwed, () => `${_id}: ${points} points were not to be given`)
      const uncapped = { ...settings, earning: { ...settings.earning, dailyCaps: {} } }
      const { lots, debt } = earn(member, 'order', points, day, uncapped)
      return { lots, debt, then: () => member.tiers.paidOut.add(level) }
    },
  },
}
