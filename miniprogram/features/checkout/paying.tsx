import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { Money } from '@/ui/money'
import { PictureState } from '@/ui/pictureState'
import { replaceByOrder } from '../shopOrders/ways'
import './paying.scss'

/** While WeChat's sheet is open, and until it is known how it ended. */
export function Paying({ order }: { readonly order: OutputOf<'shopOrders.place'>['order'] }) {
  const text = useText().checkout.paying
  return (
    <View className="paying">
      <PictureState
        id="paying"
        picture="card"
        title={text.title}
        text={text.hint}
        action={{ id: 'pay-later', label: text.later, run: () => replaceByOrder(order.id) }}
      />
      <View className="paying__fen">
        <Money fen={order.quote.paid.wechat} />
      </View>
    </View>
  )
}
