import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import type { CouponRules } from '@shared/rules/coupons/template'
import { randomId } from '@/api/randomId'
import type { CallFailure } from '@/api/callFailure'
import { useCommand } from '@/api/useCommand'
import { useQuery, type Query } from '@/api/useQuery'
import { newTemplate } from './templateEdits'

export type Stored = OutputOf<'couponTemplates.read'>

export interface TemplateEditor {
  readonly query: Query<Stored>
  /** What stands in the fields: the draft, or what is saved. */
  readonly rulesIn: (stored: Stored) => CouponRules
  readonly edit: (stored: Stored, rules: CouponRules) => void
  readonly isDirty: boolean
  /** Answers true once it is saved. */
  readonly save: (stored: Stored) => Promise<boolean>
  readonly working: boolean
  readonly failure: CallFailure | undefined
  /** Drops the draft and looks again. */
  readonly loadNewest: () => Promise<void>
}

/** A template as it is edited: what is saved, and the draft over the version that was seen. */
export function useTemplate(known: string | undefined): TemplateEditor {
  const [id] = useState(() => known ?? randomId())
  const query = useQuery('merchant', 'couponTemplates.read', known === undefined ? {} : { id: known })
  const { run, working, failure } = useCommand('merchant', 'couponTemplates.save')
  const [draft, setDraft] = useState<{ readonly version: number; readonly rules: CouponRules }>()
  const rulesIn = (stored: Stored) => draft?.rules ?? stored.rules ?? newTemplate()
  return {
    query,
    rulesIn,
    edit: ({ version }, rules) => setDraft({ version: draft?.version ?? version, rules }),
    isDirty: draft !== undefined,
    save: async (stored) => {
      const expectedVersion = draft?.version ?? stored.version
      return (await run({ id, expectedVersion, rules: rulesIn(stored) })) !== undefined
    },
    working,
    failure,
    loadNewest: async () => {
      await query.refresh()
      setDraft(undefined)
    },
  }
}
