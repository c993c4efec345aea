import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { Tap } from '@/ui/tap'
import { GoodsPrice } from './goodsPrice'
import { openProduct } from './ways'
import './goodsCard.scss'

type Shop = OutputOf<'shop.list'>
export type Goods = Shop['products'][number]
export type OwnLevel = Shop['level']

interface GoodsGridProps {
  readonly goods: readonly Goods[]
  readonly level: OwnLevel
}

/** Goods side by side, two in a row. */
export function GoodsGrid({ goods, level }: GoodsGridProps) {
  return (
    <View className="goods-grid">
      {goods.map((each) => (
        <GoodsCard key={each.id} goods={each} level={level} />
      ))}
    </View>
  )
}

function GoodsCard({ goods, level }: { readonly goods: Goods; readonly level: OwnLevel }) {
  const words = useWords()
  const state = useGoodsState(goods)
  const { id, name, picture, fromFen, memberFromFen, isFrom } = goods
  return (
    <Tap className={`goods-card ${state ? 'goods-card--closed' : ''}`} onTap={() => openProduct(id)}>
      <View className="goods-card__frame">
        <GoodsPicture picture={picture} className="goods-card__picture" />
        {state && <Text className="goods-card__state figure">{state}</Text>}
      </View>
      <Text className="goods-card__name">{words(name)}</Text>
      <GoodsPrice listFen={fromFen} memberFen={memberFromFen} level={level} isFrom={isFrom} />
    </Tap>
  )
}

/** Why it cannot be bought now, in few words; null where it can. */
function useGoodsState({ sale, isSoldOut }: Goods): string | null {
  const text = useText().shop
  const locale = useLocale()
  switch (sale.of) {
    case 'offSale':
      return text.offSale
    case 'opensLater':
      return text.opensAt(formatInstant(sale.opensAt, locale))
    case 'open':
      return isSoldOut ? text.soldOut : null
  }
}
