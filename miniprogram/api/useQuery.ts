import { useCallback, useRef } from 'react'
import { useDidShow } from '@tarojs/taro'
import useSWR from 'swr'
import type { ContractName, InputOf, OutputOf } from '@shared/contracts'
import { call, type FunctionOf } from './call'
import type { CallFailure } from './callFailure'
import { keepSeen, readSeen, type Seen } from './lastSeen'

export interface Query<Value> {
  /** The newest answer; without a network, the last one that was seen. */
  readonly value: Value | undefined
  /** When `value` was had, set only while it could not be renewed. */
  readonly staleSince: number | undefined
  /** Why there is nothing newer. With a `value` beside it the page stays useful. */
  readonly failure: CallFailure | undefined
  readonly refresh: () => Promise<void>
}

interface QueryOptions {
  /** Whether the answer is kept on the phone for times without a network; not for what would pile up there. */
  readonly kept?: boolean
}

/** What a page shows, from one call: asked for at once, again when the page comes back, and by `refresh`. */
export function useQuery<Name extends ContractName>(
  fn: FunctionOf<Name>,
  action: Name,
  input: InputOf<Name>,
  { kept = true }: QueryOptions = {},
): Query<OutputOf<Name>> {
  const key = queryKey(action, input)
  const { data, error, mutate } = useSWR<Seen<OutputOf<Name>>, CallFailure>(
    key,
    async () => {
      const seen = { value: await call(fn, action, input), at: Date.now() }
      if (kept) keepSeen(key, seen)
      return seen
    },
    {
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      shouldRetryOnError: false,
      keepPreviousData: true,
    },
  )
  const refresh = useCallback(async () => {
    await mutate()
  }, [mutate])
  useWhenShownAgain(refresh)

  const seen = data ?? (error?.code === 'OFFLINE' ? readSeen<OutputOf<Name>>(key) : undefined)
  return { value: seen?.value, staleSince: error ? seen?.at : undefined, failure: error, refresh }
}

function queryKey(action: string, input: unknown): string {
  return `${action} ${JSON.stringify(input)}`
}

function useWhenShownAgain(run: () => Promise<void>): void {
  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) void run()
    shownBefore.current = true
  })
}
