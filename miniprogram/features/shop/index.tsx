import { useState } from 'react'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { LinkText } from '@/ui/linkText'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useCart } from './cartStore'
import { GoodsGrid, type Goods } from './goodsCard'
import { openCart, openFavourites } from './ways'
import './index.scss'

type Shop = OutputOf<'shop.list'>
type Cursor = NonNullable<InputOf<'shop.list'>['cursor']>

const pageOf = ({ products, nextCursor }: Shop): ListPage<Goods, Cursor> => ({ items: products, nextCursor })
const asked = (category: string | null) => (category === null ? {} : { category })

export default function ShopPage() {
  const text = useText()
  const [category, setCategory] = useState<string | null>(null)
  const query = useQuery('shopper', 'shop.list', asked(category))
  return (
    <Page id="shop-page" title={text.shop.title} isTab onRefresh={query.refresh}>
      <Ways />
      <QueryView query={query} skeleton={[36, 232, 232, 232]}>
        {(shop) => (
          <>
            <Categories shop={shop} chosen={category} onChoose={setCategory} />
            <Shelves key={shop.category} shop={shop} onAll={() => setCategory(null)} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Ways() {
  const text = useText().shop
  const pieces = useCart().reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <View className="shop__ways">
      <LinkText id="to-favourites" label={text.toFavourites} onTap={openFavourites} />
      <LinkText id="to-cart" label={text.toCart(pieces)} onTap={openCart} />
    </View>
  )
}

interface CategoriesProps {
  readonly shop: Shop
  readonly chosen: string | null
  readonly onChoose: (category: string | null) => void
}

function Categories({ shop, chosen, onChoose }: CategoriesProps) {
  const text = useText().shop
  const words = useWords()
  if (shop.categories.length === 0) return null
  const all = { id: null, name: text.all }
  const categories = [all, ...shop.categories.map(({ id, name }) => ({ id, name: words(name) }))]
  return (
    <Chips
      id="category"
      chips={categories.map(({ id, name }, at) => ({
        key: String(at),
        name,
        isOn: id === chosen,
        choose: () => onChoose(id),
      }))}
    />
  )
}

function Shelves({ shop, onAll }: { readonly shop: Shop; readonly onAll: () => void }) {
  const text = useText().shop
  const goods = useOlder(pageOf(shop), async (cursor: Cursor) =>
    pageOf(await call('shopper', 'shop.list', { ...asked(shop.category), cursor })),
  )
  useReachBottom(goods.loadMore)
  if (goods.items.length === 0) {
    return shop.category === null ? (
      <PictureState id="shop-empty" picture="card" title={text.empty} text={text.emptyHint} />
    ) : (
      <PictureState
        id="category-empty"
        picture="card"
        title={text.emptyCategory}
        text={text.emptyHint}
        action={{ id: 'see-all', label: text.seeAll, run: onAll }}
      />
    )
  }
  return (
    <View id="goods">
      <GoodsGrid goods={goods.items} level={shop.level} />
      <ListFoot id="goods-more" list={goods} end={text.end} />
    </View>
  )
}
