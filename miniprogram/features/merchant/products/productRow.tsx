import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { Money } from '@/ui/money'
import { Tap } from '@/ui/tap'
import { openEditor, openStock } from './ways'
import './productRow.scss'

export type ListedProduct = OutputOf<'products.list'>['products'][number]

interface ProductRowProps {
  readonly product: ListedProduct
  readonly now: number
  /** Managers edit it; others see its stock. */
  readonly isManager: boolean
}

/** A product as the shop's people list it: whether it sells, and what is left. */
export function ProductRow({ product, now, isManager }: ProductRowProps) {
  const { goods: text, shop } = useText()
  const words = useWords()
  const locale = useLocale()
  const { id, name, picture, fromFen, isFrom, isOnSale, opensAt, free, soldOut, variants } = product
  const opensLater = isOnSale && opensAt !== null && opensAt > now
  const state = opensLater
    ? text.list.opens(formatInstant(opensAt, locale))
    : isOnSale
      ? text.list.onSale
      : text.list.offSale
  return (
    <Tap className="card product-row" onTap={() => (isManager ? openEditor(id) : openStock(id))}>
      <GoodsPicture picture={picture} className="product-row__picture" />
      <View className="product-row__words">
        <Text className="product-row__name">{words(name)}</Text>
        <View className="product-row__price">
          <Money fen={fromFen} />
          {isFrom && <Text className="soft">{shop.from}</Text>}
        </View>
        <View className="product-row__facts figure">
          <Text className={`product-row__state ${isOnSale ? 'product-row__state--on' : ''}`}>{state}</Text>
          <Text className="soft">{text.list.stock(free)}</Text>
          {soldOut > 0 && <Text className="product-row__short">{text.list.soldOut(soldOut, variants)}</Text>}
        </View>
      </View>
      <View className="chevron" />
    </Tap>
  )
}
