import { useState } from 'react'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { FailureNote } from '@/ui/failureNote'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { ByHandSheet } from './byHandSheet'
import { RefundCard } from './refundCard'
import { SHELVES, useWeChatRefunds, type WeChatRefund } from './useWeChatRefunds'

/** Money on its way back by WeChat: what waits for a person first. */
export default function WeChatRefundsPage() {
  const text = useText().payments.refunds
  const all = useWeChatRefunds()
  const { query, refunds, shelf, choose, retry } = all
  const [toSettle, setToSettle] = useState<WeChatRefund>()
  useReachBottom(refunds.loadMore)
  const nameOf = (key: (typeof SHELVES)[number]) =>
    key === 'refused' ? text.refused(query.value?.refused ?? 0) : text[key]
  return (
    <Page id="refunds-page" title={text.title} onRefresh={query.refresh}>
      <Chips
        id="refunds"
        chips={SHELVES.map((key) => ({
          key,
          name: nameOf(key),
          isOn: key === shelf,
          choose: () => choose(key),
        }))}
      />
      <QueryView query={query} skeleton={[184, 184]}>
        {() => (
          <>
            {refunds.items.length === 0 && (
              <PictureState
                id="refunds-empty"
                picture="ledger"
                title={text.none[shelf]}
                text={text.noneHint[shelf]}
              />
            )}
            {retry.failure && <FailureNote failure={retry.failure} />}
            {refunds.items.map((refund) => (
              <RefundCard
                key={refund.id}
                refund={refund}
                retrying={retry.working}
                onRetry={() => void retry.run({ id: refund.id })}
                onByHand={() => setToSettle(refund)}
              />
            ))}
            {refunds.items.length > 0 && (
              <View>
                <ListFoot id="refunds-more" list={refunds} end={text.end} />
              </View>
            )}
          </>
        )}
      </QueryView>
      <ByHandSheet refund={toSettle} command={all.byHand} onClose={() => setToSettle(undefined)} />
    </Page>
  )
}
