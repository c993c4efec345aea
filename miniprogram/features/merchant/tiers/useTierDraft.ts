import { useCallback, useSyncExternalStore } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import { useQuery, type Query } from '@/api/useQuery'
import {
  changesIn,
  currentDraft,
  dropDraft,
  editDraft,
  hasGaps,
  isOutrun,
  saveInput,
  subscribeToDraft,
  type Changes,
  type DraftContent,
} from './draft'

type Stored<Topic> = Extract<OutputOf<'settings.read'>, { topic: Topic }>

/** What is saved of both topics. */
export interface SavedTiers {
  readonly tiers: Stored<'tiers'>
  readonly benefits: Stored<'benefits'>
}

/** The draft over what is saved; without a change, what is saved. */
export interface OpenDraft extends DraftContent {
  /** The versions to save over. */
  readonly base: { readonly tiers: number; readonly benefits: number }
  /** The topics that are not what is saved, as `tiers.preview` and saving take them. */
  readonly changes: Changes
  /** One command for all of it; null without a change. */
  readonly toSave: InputOf<'settings.save'> | null
  readonly isDirty: boolean
  /** A name or a number is not filled in yet: nothing of it can be sent. */
  readonly isUnfinished: boolean
  /** Somebody saved after the draft was begun: it can only be discarded. */
  readonly isOutrun: boolean
  readonly edit: (change: Partial<DraftContent>) => void
  /** Drops every change: what is saved stands there again. Also called once the draft is saved. */
  readonly discard: () => void
}

/** Levels, settings and benefits as they are edited, on whichever page. */
export function useTierDraft(): {
  readonly query: Query<SavedTiers>
  readonly open: (saved: SavedTiers) => OpenDraft
} {
  const query = useSavedTiers()
  const draft = useSyncExternalStore(subscribeToDraft, currentDraft, currentDraft)
  const open = (saved: SavedTiers): OpenDraft => {
    const content = draft ?? { tiers: saved.tiers.value, benefits: saved.benefits.value.benefits }
    const changes = changesIn(content, saved)
    const isDirty = Object.keys(changes).length > 0
    const base = draft?.base ?? { tiers: saved.tiers.version, benefits: saved.benefits.version }
    return {
      tiers: content.tiers,
      benefits: content.benefits,
      base,
      changes,
      toSave: saveInput(base, changes),
      isDirty,
      isUnfinished: hasGaps(content),
      isOutrun: isDirty && draft !== undefined && isOutrun(draft, saved),
      edit: (change) => editDraft(saved, change),
      discard: dropDraft,
    }
  }
  return { query, open }
}

/** Both topics in one: there when both are. */
function useSavedTiers(): Query<SavedTiers> {
  const tiers = useTopic('tiers')
  const benefits = useTopic('benefits')
  const [refreshTiers, refreshBenefits] = [tiers.refresh, benefits.refresh]
  const refresh = useCallback(async () => {
    await Promise.all([refreshTiers(), refreshBenefits()])
  }, [refreshTiers, refreshBenefits])
  return {
    value: tiers.value && benefits.value && { tiers: tiers.value, benefits: benefits.value },
    staleSince: tiers.staleSince ?? benefits.staleSince,
    failure: tiers.failure ?? benefits.failure,
    refresh,
  }
}

function useTopic<Topic extends keyof SavedTiers>(topic: Topic): Query<Stored<Topic>> {
  return useQuery('merchant', 'settings.read', { topic }) as Query<Stored<Topic>>
}
