import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import type { CallFailure } from '@/api/callFailure'
import { useCommand } from '@/api/useCommand'
import { useQuery, type Query } from '@/api/useQuery'
import type { Rules } from './productRows'

export type Stored = OutputOf<'products.read'>

interface Draft {
  /** What was there when the first change was made. */
  readonly base: Stored
  readonly rules: Rules
}

export interface ProductEditor {
  readonly query: Query<Stored>
  readonly rulesIn: (stored: Stored) => Rules
  readonly edit: (stored: Stored, rules: Rules) => void
  readonly isDirty: boolean
  /** Somebody else saved after the first change was made. */
  readonly newer: Stored | undefined
  /** True when it was saved. */
  readonly save: (stored: Stored, product: string) => Promise<boolean>
  readonly working: boolean
  readonly failure: CallFailure | undefined
  readonly drop: () => void
}

/** A product as it is edited: what is saved, the draft over it, and whether they may still meet. */
export function useProductEditor(product: string | undefined): ProductEditor {
  const query = useQuery('merchant', 'products.read', product === undefined ? {} : { product })
  const command = useCommand('merchant', 'products.save')
  const [draft, setDraft] = useState<Draft>()
  const active = draft && JSON.stringify(draft.rules) !== JSON.stringify(draft.base.rules) ? draft : undefined

  const save = async (stored: Stored, id: string): Promise<boolean> => {
    const { base, rules } = active ?? { base: stored, rules: stored.rules }
    const saved = await command.run({
      product: id,
      expectedVersion: base.version,
      rules: withoutGoneLevels(rules, stored),
    })
    await query.refresh()
    if (saved) setDraft(undefined)
    return saved !== undefined
  }
  return {
    query,
    rulesIn: (stored) => active?.rules ?? stored.rules,
    edit: (stored, rules) => setDraft({ base: active?.base ?? stored, rules }),
    isDirty: active !== undefined,
    newer:
      active && !command.working && query.value && query.value.version > active.base.version
        ? query.value
        : undefined,
    save,
    working: command.working,
    failure: command.failure,
    drop: () => setDraft(undefined),
  }
}

/** Prices and hours of levels that are gone mean nothing any more, and are not shown. */
function withoutGoneLevels(rules: Rules, { levels }: Stored): Rules {
  const known = (said: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(said).filter(([id]) => levels.some((level) => level.id === id)))
  return {
    ...rules,
    earlyHours: known(rules.earlyHours),
    variants: rules.variants.map((each) => ({ ...each, memberPricesFen: known(each.memberPricesFen) })),
  }
}
