import { useEffect, useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import { useIsShown } from '@/api/useIsShown'
import { useQuery, type Query } from '@/api/useQuery'

/** Renewed so long before it is over: who shows it always has time left. */
const RENEWED_BEFORE_MS = 15_000
const TRY_AGAIN_MS = 5_000

type MemberCode = OutputOf<'memberCode.show'>

interface ShownCode {
  readonly query: Query<MemberCode>
  /** The code on the screen is over, and no other one came. */
  readonly isOver: boolean
}

/** The member's code, renewed by itself while the page is in front. */
export function useMemberCode(): ShownCode {
  const query = useQuery('shopper', 'memberCode.show', {}, { kept: false })
  const isShown = useIsShown()
  const [over, setOver] = useState<string>()
  const { value, failure, refresh } = query
  useEffect(() => {
    if (!value) return undefined
    const lives = value.validUntil - value.now
    const renew = isShown ? setTimeout(() => void refresh(), lives - RENEWED_BEFORE_MS) : undefined
    const end = setTimeout(() => setOver(value.code), lives)
    return () => {
      clearTimeout(renew)
      clearTimeout(end)
    }
  }, [value, isShown, refresh])
  useEffect(() => {
    if (failure?.code !== 'OFFLINE' || !isShown) return undefined
    const again = setTimeout(() => void refresh(), TRY_AGAIN_MS)
    return () => clearTimeout(again)
  }, [failure, isShown, refresh])
  return { query, isOver: value !== undefined && over === value.code }
}
