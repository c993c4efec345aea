import { useState } from 'react'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useCommand, type Command } from '@/api/useCommand'
import { useOlder, type LongList } from '@/api/useOlder'
import { useQuery, type Query } from '@/api/useQuery'

type Answer = OutputOf<'payments.refunds'>
export type WeChatRefund = Answer['refunds'][number]
export type Shelf = InputOf<'payments.refunds'>['shelf']
type Cursor = NonNullable<InputOf<'payments.refunds'>['cursor']>

export const SHELVES = ['refused', 'underWay', 'over'] as const satisfies readonly Shelf[]

const pageOf = ({ refunds, nextCursor }: Answer): ListPage<WeChatRefund, Cursor> => ({
  items: refunds,
  nextCursor,
})

export interface WeChatRefunds {
  readonly query: Query<Answer>
  readonly refunds: LongList<WeChatRefund>
  readonly shelf: Shelf
  readonly choose: (shelf: Shelf) => void
  readonly retry: Command<InputOf<'payments.retryRefund'>, unknown>
  readonly byHand: Command<InputOf<'payments.settleRefundByHand'>, unknown>
}

/** Refunds by WeChat of one shelf, and what can be done for those that wait for a person. */
export function useWeChatRefunds(): WeChatRefunds {
  const [shelf, choose] = useState<Shelf>('refused')
  const query = useQuery('merchant', 'payments.refunds', { shelf })
  const load = async (cursor: Cursor) => pageOf(await call('merchant', 'payments.refunds', { shelf, cursor }))
  const refunds = useOlder(query.value && pageOf(query.value), load)
  const retry = useCommand('merchant', 'payments.retryRefund')
  const byHand = useCommand('merchant', 'payments.settleRefundByHand')
  const thenRefresh = <Input, Output>(command: Command<Input, Output>): Command<Input, Output> => ({
    ...command,
    run: async (input) => {
      const done = await command.run(input)
      await query.refresh()
      return done
    },
  })
  return { query, refunds, shelf, choose, retry: thenRefresh(retry), byHand: thenRefresh(byHand) }
}
