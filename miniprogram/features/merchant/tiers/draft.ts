import Taro from '@tarojs/taro'
import type { InputOf } from '@shared/contracts'
import type { Benefit } from '@shared/rules/benefits/benefit'
import type { TierRules } from '@shared/rules/tiers/tierRules'
import { transport } from '@/api/transport'
import { isUnfinished } from '../settings/unfinished'

/** What is edited together: levels with their settings, and what they give. */
export interface DraftContent {
  readonly tiers: TierRules
  readonly benefits: readonly Benefit[]
}

export interface TierDraft extends DraftContent {
  /** The versions that were saved when the first change was made. */
  readonly base: { readonly tiers: number; readonly benefits: number }
}

/** Both topics as they are saved. */
export interface SavedContent {
  readonly tiers: { readonly version: number; readonly value: TierRules }
  readonly benefits: { readonly version: number; readonly value: { readonly benefits: readonly Benefit[] } }
}

/** The topics of a draft that are not what is saved, as `tiers.preview` takes them. */
export interface Changes {
  tiers?: TierRules
  benefits?: { readonly benefits: readonly Benefit[] }
}

/** Raised when a draft gets another shape: one that an older app left behind is not read. */
const SHAPE = 1
const storageKey = (): string => `changke.tierDraft.${SHAPE}.${transport.person()}`
const listeners = new Set<() => void>()

let kept: { readonly key: string; readonly draft: TierDraft | undefined } | undefined

/** The draft of who holds the phone: it outlives the page, and the app. */
export function currentDraft(): TierDraft | undefined {
  const key = storageKey()
  if (kept?.key !== key) kept = { key, draft: stored(key) }
  return kept.draft
}

/** Changes the draft; the first change is made on top of what is saved, and one that leads back to it leaves no draft. */
export function editDraft(saved: SavedContent, change: Partial<DraftContent>): void {
  const next = { ...(currentDraft() ?? draftOf(saved)), ...change }
  put(Object.keys(changesIn(next, saved)).length > 0 ? next : undefined)
}

/** The draft goes on over the next version of the levels, which left its contents as they were. */
export function rebaseDraft(from: number, to: number): void {
  const draft = currentDraft()
  if (draft?.base.tiers === from) put({ ...draft, base: { ...draft.base, tiers: to } })
}

export function dropDraft(): void {
  put(undefined)
}

export function subscribeToDraft(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function changesIn({ tiers, benefits }: DraftContent, saved: SavedContent): Changes {
  return {
    ...(differs(tiers, saved.tiers.value) ? { tiers } : {}),
    ...(differs(benefits, saved.benefits.value.benefits) ? { benefits: { benefits } } : {}),
  }
}

/** Both topics go in one command where both changed: neither could always be saved before the other. */
export function saveInput(
  base: TierDraft['base'],
  { tiers, benefits }: Changes,
): InputOf<'settings.save'> | null {
  const given = benefits && { expectedVersion: base.benefits, value: benefits }
  if (tiers)
    return { topic: 'tiers', expectedVersion: base.tiers, value: tiers, ...(given && { benefits: given }) }
  return given ? { topic: 'benefits', ...given } : null
}

/** True when somebody saved one of the topics after the draft was begun. */
export function isOutrun({ base }: TierDraft, saved: SavedContent): boolean {
  return saved.tiers.version > base.tiers || saved.benefits.version > base.benefits
}

/** Something has no name yet, or a number that is none. A benefit needs no description. */
export function hasGaps({ tiers, benefits }: DraftContent): boolean {
  return isUnfinished(tiers) || isUnfinished(benefits.map(({ description: _, ...benefit }) => benefit))
}

function draftOf({ tiers, benefits }: SavedContent): TierDraft {
  return {
    base: { tiers: tiers.version, benefits: benefits.version },
    tiers: tiers.value,
    benefits: benefits.value.benefits,
  }
}

function put(draft: TierDraft | undefined): void {
  const key = storageKey()
  kept = { key, draft }
  try {
    if (draft) Taro.setStorageSync(key, written(draft))
    else Taro.removeStorageSync(key)
  } catch {
    // A full storage: the draft lives until the app is closed.
  }
  listeners.forEach((listener) => listener())
}

function stored(key: string): TierDraft | undefined {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? read(text) : undefined
  } catch {
    return undefined
  }
}

const NOT_A_NUMBER = '\u0000NaN'

/** JSON knows no NaN, which is what stands for a number that is not right yet. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (Number.isNaN(inner) ? NOT_A_NUMBER : inner))

const read = (text: string): TierDraft =>
  JSON.parse(text, (_, inner: unknown) => (inner === NOT_A_NUMBER ? NaN : inner)) as TierDraft

/** The order of fields is no difference. */
function differs(one: unknown, other: unknown): boolean {
  return written(inOrder(one)) !== written(inOrder(other))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([field, inner]) => [field, inOrder(inner)]))
}
