import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { openProducts } from '../products/ways'

const openOrders = () => void Taro.navigateTo({ url: '/features/merchant/shopOrders/index' })
const openCounter = () => void Taro.navigateTo({ url: '/features/merchant/counter/index' })

/** The ways to the counter and to what the shop sells: for all its people, since a clerk looks stock up too. */
export function ShopRow() {
  const { goods: text, counter, orderDesk } = useText()
  return (
    <View className="card rows">
      <LinkRow id="to-counter" label={counter.entry} value={counter.entryHint} onTap={openCounter} />
      <LinkRow id="to-shopOrders" label={orderDesk.entry} value={orderDesk.entryHint} onTap={openOrders} />
      <LinkRow id="to-goods" label={text.entry} value={text.entryHint} onTap={openProducts} />
    </View>
  )
}
