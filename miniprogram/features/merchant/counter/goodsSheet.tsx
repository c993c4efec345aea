import { useState } from 'react'
import { Popup } from '@nutui/nutui-react-taro'
import { ScrollView, Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import type { InputOf, OutputOf } from '@shared/contracts'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { ListFoot } from '@/ui/listFoot'
import { QueryView } from '@/ui/queryView'
import { Tap } from '@/ui/tap'
import type { Entered } from './useBill'

type Products = OutputOf<'products.list'>
type Product = Products['products'][number]
type Cursor = NonNullable<InputOf<'products.list'>['cursor']>

interface GoodsSheetProps {
  readonly open: boolean
  readonly onChosen: (entered: Entered) => void
  readonly onClose: () => void
}

/** The goods of the shop, to take onto the bill. */
export function GoodsSheet({ open, onChosen, onClose }: GoodsSheetProps) {
  return (
    <Popup visible={open} position="bottom" round lockScroll onClose={onClose} className="explain-popup">
      <View id="goods-sheet" className="goods-sheet">
        {open && (
          <Goods
            onChosen={(entered) => {
              onChosen(entered)
              onClose()
            }}
          />
        )}
      </View>
    </Popup>
  )
}

const pageOf = ({ products, nextCursor }: Products) => ({ items: products, nextCursor })
const load = async (cursor: Cursor) => pageOf(await call('merchant', 'products.list', { cursor }))

function Goods({ onChosen }: Pick<GoodsSheetProps, 'onChosen'>) {
  const text = useText().counter.goods
  const words = useWords()
  const query = useQuery('merchant', 'products.list', {}, { kept: false })
  const list = useOlder<Product, Cursor>(query.value && pageOf(query.value), load)
  const [product, setProduct] = useState<Product>()
  return (
    <>
      <Text className="card-title">{text.title}</Text>
      <ScrollView scrollY className="goods-sheet__list">
        <QueryView query={query} skeleton={[64, 64, 64]}>
          {() => (
            <>
              {list.items.length === 0 && <View className="soft">{text.empty}</View>}
              {list.items.map((each) => (
                <View key={each.id}>
                  <ProductRow
                    product={each}
                    onTap={() =>
                      each.variants > 1 ? setProduct(each) : onChosen(enteredOf(each.id, [words(each.name)]))
                    }
                  />
                  {product?.id === each.id && <Variants product={each} onChosen={onChosen} />}
                </View>
              ))}
              {list.hasMore && <ListFoot id="goods-more" list={list} end="" />}
            </>
          )}
        </QueryView>
      </ScrollView>
    </>
  )
}

function ProductRow({ product, onTap }: { readonly product: Product; readonly onTap: () => void }) {
  const words = useWords()
  const { name, picture, fromFen, isFrom } = product
  return (
    <Tap className="goods-sheet__row" onTap={onTap}>
      <GoodsPicture picture={picture} className="goods-sheet__picture" />
      <Text className="goods-sheet__name">{words(name)}</Text>
      <Text className="figure">
        {formatMoney(fromFen)}
        {isFrom ? '+' : ''}
      </Text>
    </Tap>
  )
}

interface VariantsProps {
  readonly product: Product
  readonly onChosen: (entered: Entered) => void
}

function Variants({ product, onChosen }: VariantsProps) {
  const words = useWords()
  const query = useQuery('merchant', 'products.read', { product: product.id }, { kept: false })
  return (
    <QueryView query={query} skeleton={[44, 44]}>
      {({ stock }) => (
        <>
          {stock.map(({ sku, options }) => (
            <Tap
              key={sku}
              className="goods-sheet__variant"
              onTap={() => onChosen(enteredOf(sku, [product.name, ...options].map(words)))}
            >
              <Text>{options.map(words).join(' · ')}</Text>
              <View className="chevron" />
            </Tap>
          ))}
        </>
      )}
    </QueryView>
  )
}

const enteredOf = (sku: string, said: readonly string[]): Entered => ({
  name: said.join(' · '),
  line: { of: 'goods', sku, quantity: 1 },
})
