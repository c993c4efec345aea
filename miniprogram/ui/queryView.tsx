import type { ReactNode } from 'react'
import type { Query } from '@/api/useQuery'
import { FailureState, isWall } from './failureState'
import { Skeleton } from './skeleton'
import { StaleBanner } from './staleBanner'

interface QueryViewProps<Value> {
  readonly query: Query<Value>
  /** Heights of the shapes that stand in while it loads. */
  readonly skeleton: readonly number[]
  readonly children: (value: Value) => ReactNode
}

/** The states that every page has: loading, not allowed, failed, the last thing seen, and the thing itself. */
export function QueryView<Value>({ query, skeleton, children }: QueryViewProps<Value>) {
  const { value, failure, staleSince, refresh } = query
  if (failure && (value === undefined || isWall(failure))) {
    return <FailureState failure={failure} onRetry={refresh} />
  }
  if (value === undefined) return <Skeleton heights={skeleton} />
  return (
    <>
      {failure && staleSince !== undefined && (
        <StaleBanner since={staleSince} offline={failure.code === 'OFFLINE'} />
      )}
      {children(value)}
    </>
  )
}
