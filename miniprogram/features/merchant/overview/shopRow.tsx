import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { openProducts } from '../products/ways'

/** The way to what the shop sells: for all its people, since a clerk looks stock up too. */
export function ShopRow() {
  const text = useText().goods
  return (
    <View className="card rows">
      <LinkRow id="to-goods" label={text.entry} value={text.entryHint} onTap={openProducts} />
    </View>
  )
}
