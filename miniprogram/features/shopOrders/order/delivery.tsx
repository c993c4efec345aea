import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText, useWords } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import type { OrderData } from '../faces'
import './delivery.scss'

/** Where it goes, with whom, and its numbers, to be copied. */
export function Delivery({ order }: { readonly order: OrderData }) {
  const text = useText().shopOrders.order
  const words = useWords()
  const { id, address, note, shipping } = order
  return (
    <View id="order-delivery" className="card delivery">
      <Text className="delivery__who">
        {address.name} {address.phone}
      </Text>
      <Text className="soft">
        {address.region} {address.street}
      </Text>
      {note !== '' && <Text className="soft">{text.note(note)}</Text>}
      {shipping && (
        <Copied id="copy-tracking" label={words(shipping.carrierName)} number={shipping.trackingNumber} />
      )}
      <Copied id="copy-number" label={text.number} number={id} />
    </View>
  )
}

interface CopiedProps {
  readonly id: string
  readonly label: string
  readonly number: string
}

function Copied({ id, label, number }: CopiedProps) {
  const text = useText().shopOrders.order
  return (
    <View className="delivery__number figure">
      <Text className="delivery__label">{label}</Text>
      <Text className="delivery__figures">{number}</Text>
      <LinkText
        id={id}
        label={text.copy}
        way="none"
        onTap={() => void Taro.setClipboardData({ data: number })}
      />
    </View>
  )
}
