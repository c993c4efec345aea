import type { Day } from '@shared/kernel/day'
import { groupBy } from '@shared/kernel/groupBy'
import type { Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import type { Coupon } from '@shared/rules/coupons/coupon'
import {
  givenBy,
  issueCoupon,
  type IssueCause,
  type IssueRefusal,
  type Receiver,
} from '@shared/rules/coupons/issue'
import { leftOf, type CouponTemplate, type Reservation } from '@shared/rules/coupons/template'
import { isOn, type TierProgram } from '@shared/rules/tiers/program'
import type { Cloud } from './cloud'
import type { Moment } from './commandOnAccount'
import { readOfTemplate } from './coupons'
import { readTemplate, reserve, settleReservation } from './couponTemplates'
import { getByIds } from './documentAccess'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'

/** What a member got: a coupon, now or by an earlier try of the same cause, or why none. */
export type Issued = Result<Coupon, IssueRefusal | { readonly code: 'MEMBER_NOT_FOUND' }>

/**
 * Issues a coupon of a template to each of some members, once for a cause however often it is tried. The total is
 * reserved first, by one conditional write, and a coupon's id is taken by one only: whatever comes at once, neither the
 * total nor a member's limit is passed. Null where there is no such template.
 */
export async function issueCoupons(
  moment: Moment,
  templateId: string,
  members: readonly string[],
  cause: IssueCause,
  tiers: TierProgram,
): Promise<ReadonlyMap<string, Issued> | null> {
  const done = new Map<string, Issued>()
  let open = members
  return untilWon(moment.cloud, async () => {
    const found = await lookAt(moment.cloud, templateId, open, tiers)
    if (!found) return null
    const decided = decide(found, open, cause, moment.today)
    decided.answers.forEach((answer, member) => done.set(member, answer))
    const put = await putIn(moment, found.template, decided.coupons)
    put.forEach((coupon) => done.set(coupon.member, { ok: true, value: coupon }))
    open = open.filter((member) => !done.has(member))
    return open.length === 0 ? done : lost
  })
}

interface Found {
  readonly template: CouponTemplate
  readonly receivers: ReadonlyMap<string, Receiver>
  readonly held: ReadonlyMap<string, readonly Coupon[]>
}

async function lookAt(
  cloud: Cloud,
  templateId: string,
  members: readonly string[],
  tiers: TierProgram,
): Promise<Found | null> {
  type Asked = Pick<Account, '_id' | 'tier' | 'birthday'>
  const [template, accounts, held] = await Promise.all([
    readTemplate(cloud, templateId),
    getByIds<Asked>(cloud, 'members', members, { tier: true, birthday: true }),
    readOfTemplate(cloud, templateId, members),
  ])
  if (!template) return null
  const receivers = accounts.map(({ _id, tier, birthday }): [string, Receiver] => [
    _id,
    { member: _id, levelId: isOn(tiers) ? tier.id : null, birthday: birthday?.day ?? null },
  ])
  return { template, receivers: new Map(receivers), held: groupBy(held, ({ member }) => member) }
}

/** Who gets a coupon, as far as the total reaches; who has one of the cause already, and who gets none. */
function decide(
  { template, receivers, held }: Found,
  members: readonly string[],
  cause: IssueCause,
  today: Day,
) {
  const answers = new Map<string, Issued>()
  const coupons: Coupon[] = []
  const left = leftOf(template) ?? Infinity
  for (const member of members) {
    const receiver = receivers.get(member)
    const own = held.get(member) ?? []
    const earlier = givenBy(cause, own)
    if (earlier) answers.set(member, { ok: true, value: earlier })
    else if (!receiver) answers.set(member, { ok: false, error: { code: 'MEMBER_NOT_FOUND' } })
    else {
      const issued = issueCoupon(template, receiver, own, cause, today)
      if (!issued.ok) answers.set(member, issued)
      // What others have reserved may come free again: who finds no room yet looks again.
      else if (coupons.length < left) coupons.push(issued.value)
    }
  }
  return { answers, coupons }
}

/** Puts coupons in under a reservation, and answers those that are in by it: an id may have been taken meanwhile. */
async function putIn(
  { cloud, at }: Moment,
  template: CouponTemplate,
  coupons: readonly Coupon[],
): Promise<readonly Coupon[]> {
  if (coupons.length === 0) return []
  const token = `${at.toString(36)}-${cloud.random().toString(36).slice(2)}`
  const reservation: Reservation = { token, count: coupons.length, at }
  if (!(await reserve(cloud, template, reservation))) return []
  const documents = coupons.map((coupon) => ({ ...coupon, reservation: token }))
  const put = await insertOwn(cloud, documents)
  await settleReservation(cloud, template._id, reservation, put.length)
  return put
}

/** Inserts what nobody took meanwhile: a batch stops at the first that is there, and is then looked at again. */
async function insertOwn(cloud: Cloud, coupons: readonly Coupon[]): Promise<readonly Coupon[]> {
  const insert = async (documents: readonly Coupon[]): Promise<boolean> => {
    try {
      await cloud.db.collection('coupons').add(documents)
      return true
    } catch (error) {
      if (failureOf(error) !== 'duplicate') throw error
      return false
    }
  }
  if (await insert(coupons)) return coupons
  if (coupons.length === 1) return []
  await Promise.all(coupons.map((coupon) => insert([coupon])))
  const ids = coupons.map(({ _id }) => _id)
  const there = await getByIds<Coupon>(cloud, 'coupons', ids)
  const own = new Set(coupons.map(({ reservation }) => reservation))
  return there.filter(({ reservation }) => own.has(reservation))
}
