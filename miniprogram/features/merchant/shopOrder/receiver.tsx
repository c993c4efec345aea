import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText, useWords } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import type { AnyOrder } from '.'

/** Where the goods go, and by whom they went. */
export function Receiver({ order }: { readonly order: AnyOrder['order'] }) {
  const text = useText().orderDesk.order
  const words = useWords()
  const { address, note, shipping } = order
  const { name, phone, region, street } = address
  const copy = async () => {
    await Taro.setClipboardData({ data: [name, phone, region, street].join(' ') })
    void Taro.showToast({ title: text.copied, icon: 'none' })
  }
  return (
    <View className="card shop-order">
      <View className="card-head">
        <Text className="card-title">{text.receiver}</Text>
        <LinkText id="copy-address" label={text.copy} way="none" onTap={() => void copy()} />
      </View>
      <Text className="figure">
        {name} {phone}
      </Text>
      <Text>
        {region} {street}
      </Text>
      {note !== '' && (
        <Text className="soft">
          {text.note}：{note}
        </Text>
      )}
      {shipping && (
        <Text id="shipping" className="soft figure">
          {words(shipping.carrierName)} {shipping.trackingNumber}
        </Text>
      )}
    </View>
  )
}
