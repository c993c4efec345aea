import { useEffect } from 'react'
import type { OutputOf } from '@shared/contracts'
import { useQuery, type Query } from '@/api/useQuery'

export type Recalculation = OutputOf<'tiers.recalculation'>

const LOOK_AGAIN_MS = 3_000

/** The recalculation as it goes on: asked for again every few seconds until nobody is left. */
export function useRecalculation(): Query<Recalculation> {
  const query = useQuery('merchant', 'tiers.recalculation', {})
  const { value, failure, refresh } = query
  const isOn = value !== undefined && value.isOn && value.left > 0 && !failure
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setTimeout(() => void refresh(), LOOK_AGAIN_MS)
    return () => clearTimeout(timer)
    // With each new answer the next look is set.
  }, [isOn, value, refresh])
  return query
}
