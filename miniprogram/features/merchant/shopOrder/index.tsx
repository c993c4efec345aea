import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { usePageParameter } from '@/api/pageParameter'
import { useQuery } from '@/api/useQuery'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { AskedRefund } from './askedRefund'
import { Goods } from './goods'
import { Past } from './past'
import { Receiver } from './receiver'
import { Refunding } from './refunding'
import { Ship } from './ship'
import './index.scss'

export type AnyOrder = OutputOf<'shopOrders.readAny'>

export default function ShopOrderPage() {
  const text = useText().orderDesk.order
  const orderId = usePageParameter('order') ?? ''
  const query = useQuery('merchant', 'shopOrders.readAny', { orderId }, { kept: false })
  return (
    <Page id="shop-order-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[72, 200, 120, 160]}>
        {(any) => (
          <>
            <Standing any={any} />
            {any.can.declineRefund && <AskedRefund order={any.order} onAnswered={query.refresh} />}
            <Receiver order={any.order} />
            {any.can.ship && <Ship order={any.order} onShipped={query.refresh} />}
            <Goods order={any.order} />
            <Past order={any.order} />
            {any.can.refund && (
              <Refunding key={any.order.refunds.length} order={any.order} onRefunded={query.refresh} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Standing({ any: { order } }: { readonly any: AnyOrder }) {
  const text = useText().orderDesk
  const locale = useLocale()
  const { id, state, receivedBy, payUntil } = order
  return (
    <View className="shop-order__head">
      <View id="order-state" className="shop-order__state">
        {text.states[state]}
      </View>
      <View className="soft figure">{text.order.number(id)}</View>
      {payUntil !== null && (
        <View className="soft figure">{text.order.payUntil(formatInstant(payUntil, locale))}</View>
      )}
      {receivedBy !== null && (
        <View className="soft figure">{text.order.receivedBy(formatInstant(receivedBy, locale))}</View>
      )}
    </View>
  )
}
