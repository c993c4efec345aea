import { isDeepStrictEqual } from 'node:util'
import type { CouponRules, CouponTemplate, Reservation } from '@shared/rules/coupons/template'
import type { Cloud } from './cloud'
import { getById } from './documentAccess'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'
import { insertAll, transact } from './transact'
import { wholeFields } from './wholeFields'

export const readTemplate = (cloud: Cloud, id: string): Promise<CouponTemplate | null> =>
  getById<CouponTemplate>(cloud, 'couponTemplates', id)

/** A place in the list: templates of one instant are in the order of their ids. */
export interface TemplatePlace {
  readonly at: number
  readonly id: string
}

/** A page of the templates, newest first. */
export async function readTemplates(
  cloud: Cloud,
  below: TemplatePlace | undefined,
  limit: number,
): Promise<CouponTemplate[]> {
  const { command } = cloud.db
  const which = below
    ? command.or([{ createdAt: command.lt(below.at) }, { createdAt: below.at, _id: command.lt(below.id) }])
    : {}
  const { data } = await cloud.db
    .collection('couponTemplates')
    .where(which)
    .orderBy('createdAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get()
  return data as CouponTemplate[]
}

/** The newest templates that members can take from. */
export async function readClaimable(cloud: Cloud, limit: number): Promise<CouponTemplate[]> {
  const { data } = await cloud.db
    .collection('couponTemplates')
    .where({ isOn: true, claimable: true })
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .get()
  return data as CouponTemplate[]
}

export interface TemplateSave {
  readonly id: string
  readonly expectedVersion: number
  readonly rules: CouponRules
  readonly by: string
  readonly at: number
}

/**
 * Saves a template as the version after the one that was looked at, with its place in the history, or answers the newer
 * version that is there. The same save again by the same person answers as the first time. What is issued meanwhile is
 * not touched.
 */
export function saveTemplate(
  cloud: Cloud,
  { id, expectedVersion, rules, by, at }: TemplateSave,
): Promise<{ readonly saved: number } | { readonly newer: number }> {
  return transact<true, { saved: number } | { newer: number }>(
    cloud,
    () => Promise.resolve({ plan: true }),
    async (transaction) => {
      const place = transaction.collection('couponTemplates').doc(id)
      const { data } = (await place.get()) as { data: CouponTemplate | null }
      const found = data?.version ?? 0
      const version = expectedVersion + 1
      if (data && found === version && data.changedBy === by && isDeepStrictEqual(rulesOf(data), rules))
        return { saved: found }
      if (found !== expectedVersion) return { newer: found }
      const changed = { ...rules, version, changedAt: at, changedBy: by }
      await Promise.all([
        data
          ? place.update(wholeFields(cloud.db, changed))
          : insertAll(transaction, 'couponTemplates', [newTemplate(id, changed)]),
        insertAll(transaction, 'settingsHistory', [{ _id: `couponTemplate:${id}:${version}`, ...changed }]),
      ])
      return { saved: version }
    },
  )
}

type Changed = CouponRules & Pick<CouponTemplate, 'version' | 'changedAt' | 'changedBy'>

function newTemplate(id: string, changed: Changed): CouponTemplate {
  const { changedAt } = changed
  return {
    ...changed,
    _id: id,
    schemaVersion: 1,
    createdAt: changedAt,
    issued: 0,
    reserved: [],
    reservedAt: null,
  }
}

/** What the merchant says of a template, without what the store keeps of it. */
export function rulesOf({
  name,
  takesOff,
  goods,
  requirement,
  stacking,
  validity,
  audience,
  perMember,
  total,
  claimable,
  isOn,
}: CouponRules): CouponRules {
  return {
    name,
    takesOff,
    goods,
    requirement,
    stacking,
    validity,
    audience,
    perMember,
    total,
    claimable,
    isOn,
  }
}

/**
 * Reserves some of a template's total under a token of its own, before any coupon is put in; false where it is off,
 * its rules or its total changed, or too few are left. Never in a transaction: everybody who takes one writes here.
 */
export async function reserve(
  cloud: Cloud,
  { _id, version, total }: CouponTemplate,
  { token, count, at }: Reservation,
): Promise<boolean> {
  const { command } = cloud.db
  const room = total === null ? {} : { issued: command.lte(total - count) }
  const updated = await updateTemplate(
    cloud,
    { _id, version, isOn: true, ...room },
    { issued: command.inc(count), reserved: command.push([{ token, count, at }]), reservedAt: at },
  )
  return updated === 1
}

/** Ends a reservation: what was not put in under it is there for others again. A second time changes nothing. */
export async function settleReservation(
  cloud: Cloud,
  template: string,
  { token, count }: Reservation,
  used: number,
): Promise<void> {
  const { command } = cloud.db
  await updateTemplate(
    cloud,
    { _id: template, 'reserved.token': token },
    { issued: command.inc(used - count), reserved: command.pull({ token }) },
  )
}

/** Templates under which something was reserved up to an instant, and perhaps never settled. */
export async function templatesReserved(
  cloud: Cloud,
  upTo: number,
  limit: number,
): Promise<CouponTemplate[]> {
  const { command } = cloud.db
  const { data } = await cloud.db
    .collection('couponTemplates')
    .where({ reservedAt: command.gt(0).and(command.lte(upTo)) })
    .orderBy('reservedAt', 'asc')
    .limit(limit)
    .get()
  return data as CouponTemplate[]
}

/** Nothing is reserved any more, unless somebody has reserved since. */
export async function forgetReserved(cloud: Cloud, { _id, reservedAt }: CouponTemplate): Promise<void> {
  await updateTemplate(cloud, { _id, reservedAt }, { reservedAt: null })
}

/** A save of the template may be under way: the write is then done again. */
function updateTemplate(cloud: Cloud, which: object, changes: object): Promise<number> {
  return untilWon(cloud, async () => {
    try {
      const { updated } = (await cloud.db.collection('couponTemplates').where(which).update(changes)) as {
        updated: number
      }
      return updated
    } catch (error) {
      if (failureOf(error) === 'conflict') return lost
      throw error
    }
  })
}
