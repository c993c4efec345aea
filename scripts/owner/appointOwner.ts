import type { Day } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import type { Cloud } from '../../cloudfunctions/database/cloud'
import type { StaffDocument } from '../../cloudfunctions/database/documents'
import { readAccount } from '../../cloudfunctions/database/members'
import { writeRole } from '../../cloudfunctions/database/staff'

export interface Joined {
  readonly id: string
  readonly day: Day
}

export type Appointment =
  | { readonly kind: 'appointed'; readonly id: string }
  /** There is an owner, who lets others in from the app; only a member named makes another one here. */
  | { readonly kind: 'hasOwner'; readonly id: string }
  | { readonly kind: 'nobodyJoined' }
  /** Which of them is meant must be said; the first ones to join come first. */
  | { readonly kind: 'severalJoined'; readonly members: readonly Joined[] }
  | { readonly kind: 'notJoined'; readonly id: string }

const SHOWN = 20

/**
 * Makes a member the owner: the one named, or in a store without an owner the only person who has joined. Changes
 * nothing in any other case.
 */
export async function appointOwner(
  cloud: Cloud,
  wanted: string | undefined,
  at: number,
): Promise<Appointment> {
  if (wanted !== undefined) {
    if (!(await readAccount(cloud, wanted))?.joined) return { kind: 'notJoined', id: wanted }
    return appoint(cloud, wanted, at)
  }
  const [owner, joined] = await Promise.all([anOwner(cloud), firstJoined(cloud)])
  if (owner) return { kind: 'hasOwner', id: owner._id }
  const [only, ...more] = joined
  if (!only) return { kind: 'nobodyJoined' }
  if (more.length > 0) return { kind: 'severalJoined', members: joined }
  return appoint(cloud, only.id, at)
}

async function appoint(cloud: Cloud, id: string, at: number): Promise<Appointment> {
  await writeRole(cloud, id, 'owner', at)
  return { kind: 'appointed', id }
}

async function anOwner({ db }: Cloud): Promise<StaffDocument | undefined> {
  const { data } = await db.collection('staff').where({ role: 'owner' }).limit(1).get()
  return (data as StaffDocument[])[0]
}

async function firstJoined({ db }: Cloud): Promise<Joined[]> {
  const { data } = await db
    .collection('members')
    .where({ joined: db.command.neq(null) })
    .orderBy('joined.at', 'asc')
    .limit(SHOWN)
    .field({ joined: true })
    .get()
  return (data as Pick<Account, '_id' | 'joined'>[]).flatMap(({ _id, joined }) =>
    joined ? [{ id: _id, day: joined.day }] : [],
  )
}
