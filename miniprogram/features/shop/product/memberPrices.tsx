import { Text, View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import { levelLook } from '@/ui/levelLook'
import { LevelIcon } from '@/ui/levelIcon'
import { Money } from '@/ui/money'
import type { ProductData, VariantData } from './index'
import './memberPrices.scss'

interface MemberPricesProps {
  readonly prices: VariantData['memberPrices']
  readonly level: ProductData['level']
}

/** What members of each level pay, each on its level's own surface; which is the reader's own. */
export function MemberPrices({ prices, level }: MemberPricesProps) {
  const text = useText().shop.product
  const words = useWords()
  if (prices.length === 0) return null
  return (
    <View id="member-prices" className="card">
      <View className="card-title">{text.memberPrices}</View>
      <View className="member-prices">
        {prices.map(({ level: of, fen }) => {
          const look = levelLook(of)
          return (
            <View key={of.id} className={`member-prices__level ${look.className}`} style={look.style}>
              <View className="member-prices__name">
                <LevelIcon icon={of.icon} />
                <Text>{words(of.name)}</Text>
              </View>
              <View className="member-prices__fen">
                <Money fen={fen} />
              </View>
              {of.id === level?.id && <Text className="member-prices__own">{text.yourPrice}</Text>}
            </View>
          )
        })}
      </View>
    </View>
  )
}
