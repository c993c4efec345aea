import { useState } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { useQuery, type Query } from '@/api/useQuery'
import type { CallFailure } from '@/api/callFailure'
import { isUnfinished } from './unfinished'

export type Topic = InputOf<'settings.read'>['topic']
export type Stored<T extends Topic> = Extract<OutputOf<'settings.read'>, { topic: T }>
export type ValueOf<T extends Topic> = Stored<T>['value']

interface Draft<T extends Topic> {
  /** What was there when the first change was made. */
  readonly base: Stored<T>
  readonly value: ValueOf<T>
}

export interface SettingsEditor<T extends Topic> {
  readonly query: Query<Stored<T>>
  /** What stands in the fields: the draft, or what is saved. */
  readonly valueIn: (stored: Stored<T>) => ValueOf<T>
  readonly edit: (stored: Stored<T>, value: ValueOf<T>) => void
  readonly isDirty: boolean
  /** Something is not filled in yet. */
  readonly isUnfinished: boolean
  /** Somebody else saved after the first change was made. */
  readonly newer: Stored<T> | undefined
  /** Saves the draft, or another value; answers the new version, or undefined when it failed. */
  readonly save: (stored: Stored<T>, value?: ValueOf<T>) => Promise<number | undefined>
  readonly working: boolean
  readonly failure: CallFailure | undefined
  /** Drops the draft: what is saved stands there again. */
  readonly drop: () => void
}

/** A topic of the settings as it is edited: what is saved, the draft over it, and whether they may still meet. */
export function useSettings<T extends Topic>(topic: T): SettingsEditor<T> {
  const query = useQuery('merchant', 'settings.read', { topic }) as Query<Stored<T>>
  const command = useCommand('merchant', 'settings.save')
  const [draft, setDraft] = useState<Draft<T>>()
  const [renewing, setRenewing] = useState(false)
  const active = draft && differs(draft) ? draft : undefined
  const working = command.working || renewing

  const save = async (stored: Stored<T>, value?: ValueOf<T>): Promise<number | undefined> => {
    const { base, value: edited } = active ?? { base: stored, value: stored.value }
    const input = { topic, expectedVersion: base.version, value: value ?? edited }
    const saved = await command.run(input as unknown as InputOf<'settings.save'>)
    // Refused or done: what is there now has to be seen.
    setRenewing(true)
    await query.refresh()
    setRenewing(false)
    if (saved) setDraft(undefined)
    return saved?.version
  }
  return {
    query,
    valueIn: (stored) => active?.value ?? (stored.value as ValueOf<T>),
    edit: (stored, value) => setDraft({ base: active?.base ?? stored, value } as Draft<T>),
    isDirty: active !== undefined,
    isUnfinished: active !== undefined && isUnfinished(active.value),
    newer:
      active && !working && query.value && query.value.version > active.base.version
        ? query.value
        : undefined,
    save,
    working,
    failure: command.failure,
    drop: () => setDraft(undefined),
  }
}

/** A number that is not right yet is a change too, though JSON would write it like a cap that is none. */
function differs<T extends Topic>({ base, value }: Draft<T>): boolean {
  return isUnfinished(value) || JSON.stringify(value) !== JSON.stringify(base.value)
}
