import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { GoodsGrid, type Goods } from '../shop/goodsCard'
import { openShop } from '../shop/ways'

type Favourites = OutputOf<'favourites.list'>
type Cursor = NonNullable<InputOf<'favourites.list'>['cursor']>

const pageOf = ({ products, nextCursor }: Favourites): ListPage<Goods, Cursor> => ({
  items: products,
  nextCursor,
})
const load = async (cursor: Cursor) => pageOf(await call('shopper', 'favourites.list', { cursor }))

export default function FavouritesPage() {
  const { favourites: text, cart } = useText().shop
  const query = useQuery('shopper', 'favourites.list', {})
  const goods = useOlder(query.value && pageOf(query.value), load)
  useReachBottom(goods.loadMore)
  return (
    <Page id="favourites-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[24, 232, 232]}>
        {({ count, level }) =>
          count === 0 ? (
            <PictureState
              id="favourites-empty"
              picture="card"
              title={text.empty}
              text={text.emptyHint}
              action={{ id: 'to-shop-button', label: cart.toShop, run: openShop }}
            />
          ) : (
            <View id="favourites">
              <View className="soft figure">{text.count(count)}</View>
              <GoodsGrid goods={goods.items} level={level} />
              <ListFoot id="favourites-more" list={goods} end={text.end} />
            </View>
          )
        }
      </QueryView>
    </Page>
  )
}
