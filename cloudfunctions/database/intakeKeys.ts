import type { Cloud } from './cloud'
import { getById, insert, READ_LIMIT } from './documentAccess'
import { failureOf } from './failures'
import { lost, untilWon } from './retry'

/** A key that a system beside the shop signs with. */
export interface IntakeKey {
  readonly id: string
  /** Its secret as it lies here: see sealedSecret. */
  readonly sealed: string
  readonly createdAt: number
  readonly createdBy: string
  /** When it was switched off; null while it is valid. */
  readonly offAt: number | null
}

/** The keys of one system, the newest first. */
export interface IntakeSource {
  readonly _id: string
  readonly schemaVersion: 1
  readonly version: number
  readonly keys: readonly IntakeKey[]
}

/** A key's id tells whose it is: finding it takes no look-up. */
export function sourceOf(keyId: string): string {
  return keyId.slice(0, Math.max(0, keyId.lastIndexOf('.')))
}

export function readSource(cloud: Cloud, source: string): Promise<IntakeSource | null> {
  return getById<IntakeSource>(cloud, 'intakeKeys', source)
}

export async function readSources(cloud: Cloud): Promise<IntakeSource[]> {
  const { data } = await cloud.db.collection('intakeKeys').orderBy('_id', 'asc').limit(READ_LIMIT).get()
  return data as IntakeSource[]
}

/** What becomes of a system's keys: other keys, or only an answer. */
interface KeysDecision<T> {
  readonly keys?: readonly IntakeKey[]
  readonly answer: T
}

/** Changes the keys of one system, as they were read: what is lost to another writer is decided again. */
export function changeKeys<T>(
  cloud: Cloud,
  source: string,
  decide: (known: IntakeSource | null) => KeysDecision<T>,
): Promise<T> {
  return untilWon(cloud, async () => {
    const known = await readSource(cloud, source)
    const { keys, answer } = decide(known)
    if (!keys) return answer
    return (await write(cloud, source, known, keys)) ? answer : lost
  })
}

async function write(
  cloud: Cloud,
  source: string,
  known: IntakeSource | null,
  keys: readonly IntakeKey[],
): Promise<boolean> {
  if (!known)
    return (await insert(cloud, 'intakeKeys', { _id: source, schemaVersion: 1, version: 1, keys })) === 'done'
  const { updated } = (await cloud.db
    .collection('intakeKeys')
    .where({ _id: source, version: known.version })
    .update({ version: known.version + 1, keys: cloud.db.command.set([...keys]) })) as { updated: number }
  return updated === 1
}

/** Uses a nonce up; false when it was used before. It is kept as long as a request that carries it could be believed. */
export async function useNonce(
  cloud: Cloud,
  keyId: string,
  nonce: string,
  expiresAt: number,
): Promise<boolean> {
  const document = { _id: `${keyId}:${nonce}`, schemaVersion: 1, expiresAt }
  try {
    return (await insert(cloud, 'intakeNonces', document)) === 'done'
  } catch (error) {
    // Whether it is in is not known: the sender comes again with another one, as it does when no answer came at all.
    if (failureOf(error) === 'unknownOutcome') return false
    throw error
  }
}

/** Forgets nonces that no request can carry any more; answers how many. */
export async function forgetNonces(cloud: Cloud, before: number): Promise<number> {
  const { command } = cloud.db
  const { deleted } = (await cloud.db
    .collection('intakeNonces')
    .where({ expiresAt: command.lt(before) })
    .remove()) as { deleted?: number }
  return deleted ?? 0
}
