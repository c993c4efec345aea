import { useState } from 'react'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { Chips } from '@/ui/chips'
import { LinkText } from '@/ui/linkText'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useIsManager } from '../useIsManager'
import { ProductRow, type ListedProduct } from './productRow'
import { openCategories, openEditor } from './ways'
import './index.scss'

type Products = OutputOf<'products.list'>
type Cursor = NonNullable<InputOf<'products.list'>['cursor']>

const pageOf = ({ products, nextCursor }: Products): ListPage<ListedProduct, Cursor> => ({
  items: products,
  nextCursor,
})
const asked = (category: string | null) => (category === null ? {} : { category })

export default function ProductsPage() {
  const text = useText().goods.list
  const words = useWords()
  const isManager = useIsManager()
  const [category, setCategory] = useState<string | null>(null)
  const query = useQuery('merchant', 'products.list', asked(category))
  return (
    <Page id="products-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[36, 96, 96, 96]}>
        {(products) => (
          <>
            <View className="products__head">
              <Chips
                id="category"
                chips={[
                  { id: null, name: text.all },
                  ...products.categories.map(({ id, name }) => ({ id, name: words(name) })),
                ].map(({ id, name }, at) => ({
                  key: String(at),
                  name,
                  isOn: id === category,
                  choose: () => setCategory(id),
                }))}
              />
              {isManager && <LinkText id="to-categories" label={text.categories} onTap={openCategories} />}
            </View>
            <Listed key={products.category} products={products} isManager={isManager} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Listed({ products, isManager }: { readonly products: Products; readonly isManager: boolean }) {
  const text = useText().goods.list
  const rows = useOlder(pageOf(products), async (cursor: Cursor) =>
    pageOf(await call('merchant', 'products.list', { ...asked(products.category), cursor })),
  )
  useReachBottom(rows.loadMore)
  if (products.categories.length === 0) {
    return (
      <PictureState
        id="no-categories"
        picture="card"
        title={text.noCategory}
        text={text.noCategoryHint}
        {...(isManager && { action: { id: 'add-category', label: text.categories, run: openCategories } })}
      />
    )
  }
  const add = { id: 'add-product', label: text.add, run: () => openEditor() }
  if (rows.items.length === 0) {
    return (
      <PictureState
        id="products-empty"
        picture="card"
        title={text.empty}
        text={text.emptyHint}
        {...(isManager && { action: add })}
      />
    )
  }
  return (
    <View id="products">
      {isManager && (
        <View className="products__add">
          <BusyButton id={add.id} label={add.label} quiet onPress={add.run} />
        </View>
      )}
      {rows.items.map((product) => (
        <ProductRow key={product.id} product={product} now={products.now} isManager={isManager} />
      ))}
      <ListFoot id="products-more" list={rows} end={text.end} />
    </View>
  )
}
