import { Text, View } from '@tarojs/components'
import type { LongList } from '@/api/useOlder'
import { useText } from '@/i18n/useText'
import { FailureNote } from './failureNote'
import { Tap } from './tap'
import './listFoot.scss'

interface ListFootProps {
  readonly id: string
  readonly list: Omit<LongList<unknown>, 'items'>
  /** What stands below the last item. */
  readonly end: string
}

/** Below a list that loads as it is scrolled: more by a tap too, why it did not come, or that this is all. */
export function ListFoot({ id, list, end }: ListFootProps) {
  const text = useText()
  if (!list.hasMore) return <View className="list-foot">{end}</View>
  return (
    <>
      {list.moreFailure && <FailureNote failure={list.moreFailure} />}
      <Tap id={id} className="list-foot" onTap={list.loadMore}>
        <Text>{list.loadingMore ? text.common.loading : text.common.more}</Text>
      </Tap>
    </>
  )
}
