import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useQuery, type Query } from '@/api/useQuery'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { ActionBar } from '@/ui/actionBar'
import { BusyButton } from '@/ui/busyButton'
import { Money } from '@/ui/money'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useCart } from '../cartStore'
import type { CartEntry } from '../cartLines'
import { openCheckout, openShop } from '../ways'
import { CartRow } from './cartRow'
import './index.scss'

export type CartData = OutputOf<'shop.cart'>

export default function CartPage() {
  const text = useText().shop.cart
  const cart = useCart()
  const query = useQuery('shopper', 'shop.cart', { lines: [...cart] })
  return (
    <Page id="cart-page" title={text.title} onRefresh={query.refresh}>
      {cart.length === 0 ? (
        <PictureState
          id="cart-empty"
          picture="card"
          title={text.empty}
          text={text.emptyHint}
          action={{ id: 'to-shop-button', label: text.toShop, run: openShop }}
        />
      ) : (
        <Checked cart={cart} query={query} />
      )}
    </Page>
  )
}

/** The phone says what lies in it, the server what that is now. */
function Checked({ cart, query }: { readonly cart: readonly CartEntry[]; readonly query: Query<CartData> }) {
  return (
    <QueryView query={query} skeleton={[112, 112, 112]}>
      {(checked) => (
        <View id="cart">
          {cart.map((entry, at) => (
            <CartRow
              key={entry.sku}
              at={at}
              entry={entry}
              line={checked.lines.find(({ sku }) => sku === entry.sku)}
              level={checked.level}
            />
          ))}
          <Sum checked={checked} isBehind={!isOf(checked, cart)} />
          <ToCheckout checked={checked} isBehind={!isOf(checked, cart)} />
        </View>
      )}
    </QueryView>
  )
}

function isOf({ lines }: CartData, cart: readonly CartEntry[]): boolean {
  return (
    lines.length === cart.length &&
    cart.every(({ sku, quantity }, at) => lines[at]?.sku === sku && lines[at]?.quantity === quantity)
  )
}

function Sum({ checked, isBehind }: { readonly checked: CartData; readonly isBehind: boolean }) {
  const text = useText().shop.cart
  const { quantity, goodsFen, listFen } = checked
  return (
    <View id="cart-sum" className={`card cart-sum ${isBehind ? 'cart-sum--behind' : ''}`}>
      <View className="cart-sum__line">
        <View>{isBehind ? text.unchecked : text.sum(quantity)}</View>
        <View className="cart-sum__fen">
          <Money fen={goodsFen} />
        </View>
      </View>
      {listFen > goodsFen && (
        <View className="cart-sum__line soft">
          <View>{text.saved}</View>
          <Text className="figure">{formatMoney(listFen - goodsFen)}</Text>
        </View>
      )}
      <View className="soft">{text.note}</View>
    </View>
  )
}

/** What can be bought goes on; the rest stays in the cart. */
function ToCheckout({ checked, isBehind }: { readonly checked: CartData; readonly isBehind: boolean }) {
  const text = useText().shop.cart
  if (checked.quantity === 0) return null
  return (
    <ActionBar>
      <BusyButton
        id="to-checkout"
        label={text.toCheckout(checked.quantity)}
        working={isBehind}
        onPress={openCheckout}
      />
    </ActionBar>
  )
}
