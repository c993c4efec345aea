import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { usePageParameter } from '@/api/pageParameter'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { GoodsPrice } from '../goodsPrice'
import { openShop } from '../ways'
import { BuyBar } from './buyBar'
import { chosenWith, firstChoice } from './choosing'
import { MemberPrices } from './memberPrices'
import { Opening } from './opening'
import { Options } from './options'
import { Pictures } from './pictures'
import './index.scss'

export type ProductData = OutputOf<'shop.product'>
export type VariantData = ProductData['variants'][number]

export default function ProductPage() {
  const text = useText().shop.product
  const product = usePageParameter('product') ?? ''
  const query = useQuery('shopper', 'shop.product', { product })
  const isGone = query.failure?.code === 'PRODUCT_NOT_FOUND' || query.failure?.code === 'INVALID_INPUT'
  return (
    <Page id="product-page" title={text.title} onRefresh={query.refresh}>
      {isGone ? (
        <PictureState
          id="product-gone"
          picture="closed"
          title={text.gone}
          text={query.failure?.message ?? ''}
          action={{ id: 'to-shop-button', label: text.toShop, run: openShop }}
        />
      ) : (
        <QueryView query={query} skeleton={[300, 120, 160]}>
          {(value) => <Product product={value} onChanged={query.refresh} />}
        </QueryView>
      )}
    </Page>
  )
}

function Product({
  product,
  onChanged,
}: {
  readonly product: ProductData
  readonly onChanged: () => Promise<void>
}) {
  const words = useWords()
  const text = useText().shop
  const [sku, setSku] = useState<string>()
  const { variants, level, name } = product
  const variant = variants.find((each) => each.sku === sku) ?? firstChoice(variants)
  const description = words(product.description)
  if (!variant) return null
  const choose = (option: number, value: string) =>
    setSku(chosenWith(variants, variant.choice, option, value)?.sku ?? sku)
  return (
    <>
      <Pictures pictures={product.pictures} />
      <View className="card product__head">
        <GoodsPrice listFen={variant.priceFen} memberFen={variant.memberFen} level={level} isLarge />
        <View className="product__name">{words(name)}</View>
        <Opening product={product} />
      </View>
      <Options product={product} variant={variant} onChoose={choose} />
      <MemberPrices prices={variant.memberPrices} level={level} />
      {description !== '' && (
        <View className="card">
          <View className="card-title">{text.product.description}</View>
          <View className="product__description">{description}</View>
        </View>
      )}
      <BuyBar key={variant.sku} product={product} variant={variant} onChanged={onChanged} />
    </>
  )
}
