import { usePageParameter } from '@/api/pageParameter'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { replaceByOrder } from '../ways'
import { RefundForm } from './refundForm'

/** Asks the shop for a refund: of what, and why. */
export default function AskRefundPage() {
  const text = useText().shopOrders.askRefund
  const orderId = usePageParameter('order') ?? ''
  const query = useQuery('shopper', 'shopOrders.read', { orderId })
  return (
    <Page id="ask-refund-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[160, 120]}>
        {({ order }) =>
          order.may.askRefund ? (
            <RefundForm order={order} onChanged={query.refresh} />
          ) : (
            <PictureState
              id="no-refund"
              picture="closed"
              title={text.notNow}
              text={text.notNowHint}
              action={{ id: 'to-order-button', label: text.toOrder, run: () => replaceByOrder(orderId) }}
            />
          )
        }
      </QueryView>
    </Page>
  )
}
