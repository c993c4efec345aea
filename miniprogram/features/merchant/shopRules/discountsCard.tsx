import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import type { SettingsEditor, Stored } from '../settings/useSettings'
import { DiscountRow } from './discountRow'

const MOST = 50

interface DiscountsCardProps {
  readonly editor: SettingsEditor<'shop'>
  readonly stored: Stored<'shop'>
}

/** The discounts as they are saved. Each has a page of its own, which saves for itself. */
export function DiscountsCard({ editor, stored }: DiscountsCardProps) {
  const text = useText().shopRules
  const { discounts } = stored.value
  const open = (query: string) => {
    // That page would save a newer version, over which the draft of this one could not be saved.
    if (editor.isDirty) void Taro.showToast({ title: text.saveFirst, icon: 'none' })
    else void Taro.navigateTo({ url: `/features/merchant/discount/index${query}` })
  }
  return (
    <View className="card">
      <Text className="card-title">{text.discounts}</Text>
      <View className="soft">{discounts.length === 0 ? text.none : text.discountsHint}</View>
      {discounts.map((discount) => (
        <DiscountRow
          key={discount.id}
          discount={discount}
          stored={stored}
          onTap={() => open(`?id=${discount.id}`)}
        />
      ))}
      <View className="shop-rules__add">
        {discounts.length < MOST ? (
          <BusyButton id="add-discount" label={text.add} quiet onPress={() => open('')} />
        ) : (
          <View className="soft">{text.full}</View>
        )}
      </View>
    </View>
  )
}
