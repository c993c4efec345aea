import { Text, View } from '@tarojs/components'
import type { Fen } from '@shared/kernel/fen'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { levelLook } from '@/ui/levelLook'
import { Money } from '@/ui/money'
import type { OwnLevel } from './goodsCard'
import './goodsPrice.scss'

interface GoodsPriceProps {
  readonly listFen: Fen
  readonly memberFen: Fen | null
  readonly level: OwnLevel
  /** Other choices cost more. */
  readonly isFrom?: boolean
  readonly isLarge?: boolean
}

/** What goods cost who looks: their level's price with its name, and the list price beside it. */
export function GoodsPrice({ listFen, memberFen, level, isFrom = false, isLarge = false }: GoodsPriceProps) {
  const text = useText().shop
  const words = useWords()
  const isMembers = memberFen !== null && memberFen < listFen
  const look = level && levelLook(level)
  return (
    <View className={`goods-price ${isLarge ? 'goods-price--large' : ''}`}>
      <View className="goods-price__main">
        <View className="goods-price__now">
          <Money fen={memberFen ?? listFen} />
          {isFrom && <Text className="goods-price__from">{text.from}</Text>}
        </View>
        {isMembers && <Text className="goods-price__list figure">{formatMoney(listFen)}</Text>}
      </View>
      {isMembers && level && look && (
        <View className={`goods-price__level ${look.className}`} style={look.style}>
          {text.levelPrice(words(level.name))}
        </View>
      )}
    </View>
  )
}
