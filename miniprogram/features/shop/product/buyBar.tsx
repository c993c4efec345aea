import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Stepper } from '@/ui/stepper'
import { Tap } from '@/ui/tap'
import { MOST_LINES } from '../cartLines'
import { addToCart, useCart } from '../cartStore'
import { openCart } from '../ways'
import type { ProductData, VariantData } from './index'
import './buyBar.scss'

/** Below this many it is said how many are left. */
const FEW = 10

interface BuyBarProps {
  readonly product: ProductData
  readonly variant: VariantData
  readonly onChanged: () => Promise<void>
}

/** Stands at the foot: the heart, the way to the cart, and what can be done with this choice now. */
export function BuyBar({ product, variant, onChanged }: BuyBarProps) {
  const text = useText().shop
  const pieces = useCart().reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <View className="buy-bar">
      <View className="buy-bar__ways">
        {product.isMember && <Heart product={product} onChanged={onChanged} />}
        <LinkText id="to-cart" label={text.toCart(pieces)} onTap={openCart} />
      </View>
      <Action product={product} variant={variant} />
    </View>
  )
}

function Action({ product: { sale }, variant: { sku, left } }: Omit<BuyBarProps, 'onChanged'>) {
  const text = useText().shop
  const [quantity, setQuantity] = useState(1)
  if (sale.of === 'opensLater') return null
  if (sale.of === 'offSale') return <Text className="buy-bar__words">{text.product.offSaleHint}</Text>
  if (left === 0) return <Text className="buy-bar__words">{text.product.soldOutHint}</Text>
  const add = () => {
    const isIn = addToCart(sku, quantity)
    const title = isIn ? text.product.added : text.product.cartFull(MOST_LINES)
    void Taro.showToast({ title, icon: 'none' })
  }
  return (
    <>
      <View className="buy-bar__count">
        <Text>{text.product.quantity}</Text>
        {left < FEW && <Text className="soft figure">{text.left(left)}</Text>}
        <Stepper id="quantity" value={quantity} least={1} most={left} onChange={setQuantity} />
      </View>
      <BusyButton id="add-to-cart" label={text.product.add} onPress={add} />
    </>
  )
}

function Heart({ product: { id, isFavourite }, onChanged }: Omit<BuyBarProps, 'variant'>) {
  const text = useText().shop.product
  const command = useCommand('shopper', 'favourites.set')
  const toggle = async () => {
    if (await command.run({ product: id, isFavourite: !isFavourite })) await onChanged()
  }
  return (
    <View>
      <Tap id="favourite" className="buy-bar__heart" onTap={() => void toggle()}>
        <View className={`heart ${isFavourite ? 'heart--on' : ''}`} />
        <Text>{isFavourite ? text.unfavourite : text.favourite}</Text>
      </Tap>
      {command.failure && <FailureNote failure={command.failure} />}
    </View>
  )
}
