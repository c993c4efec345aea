import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import type { CallFailure } from '@/api/callFailure'
import { useCommand } from '@/api/useCommand'
import { useQuery, type Query } from '@/api/useQuery'

export type IntakeKeyList = OutputOf<'intakeKeys.list'>
export type IntakeSource = IntakeKeyList['sources'][number]
export type IntakeKey = IntakeSource['keys'][number]
export type NewKey = OutputOf<'intakeKeys.create'>

/** A command of this page: what it works at, and why it did not work. */
interface Acting {
  readonly working: boolean
  readonly failure: CallFailure | undefined
}

export interface IntakeKeys {
  readonly query: Query<IntakeKeyList>
  /** The key just made, with the secret that is told this once. */
  readonly made: NewKey | undefined
  readonly forget: () => void
  readonly create: Acting & { readonly run: (source: string) => Promise<boolean> }
  readonly rotate: Acting & { readonly run: (source: string) => Promise<void> }
  readonly switchOff: Acting & { readonly run: (id: string) => Promise<boolean> }
}

/** The keys of the systems that tell of orders, and what can be done with them. */
export function useIntakeKeys(): IntakeKeys {
  const query = useQuery('merchant', 'intakeKeys.list', {})
  const [made, setMade] = useState<NewKey>()
  const create = useCommand('merchant', 'intakeKeys.create')
  const rotate = useCommand('merchant', 'intakeKeys.rotate')
  const switchOff = useCommand('merchant', 'intakeKeys.switchOff')
  const show = async (key: NewKey | undefined): Promise<boolean> => {
    if (!key) return false
    setMade(key)
    await query.refresh()
    return true
  }
  return {
    query,
    made,
    forget: () => setMade(undefined),
    create: { ...create, run: async (source) => show(await create.run({ source })) },
    rotate: { ...rotate, run: async (source) => void (await show(await rotate.run({ source }))) },
    switchOff: {
      ...switchOff,
      run: async (id) => {
        const done = await switchOff.run({ id })
        if (done) await query.refresh()
        return done !== undefined
      },
    },
  }
}
