import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import type { Address } from './address/addressFaults'
import './addressCard.scss'

export const openAddress = (): void => void Taro.navigateTo({ url: '/features/checkout/address/index' })

/** Where the order goes; the way to say so. */
export function AddressCard({ address }: { readonly address: Address | null }) {
  const text = useText().checkout.address
  return (
    <Tap id="address-card" className="card address-card" onTap={openAddress}>
      <View className="address-card__words">
        {address ? (
          <>
            <Text className="address-card__who">
              {address.name} {address.phone}
            </Text>
            <Text className="soft">
              {address.region} {address.street}
            </Text>
          </>
        ) : (
          <>
            <Text className="address-card__who">{text.missing}</Text>
            <Text className="soft">{text.missingHint}</Text>
          </>
        )}
      </View>
      <View className="chevron" />
    </Tap>
  )
}
