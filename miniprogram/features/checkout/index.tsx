import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { FailureState } from '@/ui/failureState'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Skeleton } from '@/ui/skeleton'
import { useCart } from '../shop/cartStore'
import { openCart } from '../shop/ways'
import type { Wanted } from './choices'
import { Order } from './order'
import { Paying } from './paying'
import { usePlacing, type Placing } from './usePlacing'
import { useQuote } from './useQuote'

const SKELETON = [72, 168, 200, 120]

/** What of the cart can be bought now. */
function wantedOf({ lines }: OutputOf<'shop.cart'>): Wanted {
  return lines.filter(({ problem }) => problem === null).map(({ sku, quantity }) => ({ sku, quantity }))
}

/** What the cart costs, what pays for it, and where it goes; then it is ordered and paid. */
export default function CheckoutPage() {
  const text = useText().checkout
  const cart = useCart()
  const placing = usePlacing()
  const checked = useQuery('shopper', 'shop.cart', { lines: [...cart] })
  return (
    <Page id="checkout-page" title={text.title} onRefresh={checked.refresh}>
      {placing.order ? (
        <Paying order={placing.order} />
      ) : (
        <QueryView query={checked} skeleton={SKELETON}>
          {(value) => <Checkout lines={wantedOf(value)} placing={placing} onChanged={checked.refresh} />}
        </QueryView>
      )}
    </Page>
  )
}

interface CheckoutProps {
  readonly lines: Wanted
  readonly placing: Placing
  readonly onChanged: () => Promise<void>
}

function Checkout({ lines, placing, onChanged }: CheckoutProps) {
  const text = useText().checkout
  const quote = useQuote(lines)
  const [note, setNote] = useState('')
  if (lines.length === 0) {
    return (
      <PictureState
        id="checkout-empty"
        picture="card"
        title={text.empty}
        text={text.emptyHint}
        action={{ id: 'to-cart-button', label: text.toCart, run: openCart }}
      />
    )
  }
  const { quoted, failure } = quote
  if (!quoted && failure) {
    return <FailureState failure={failure} onRetry={() => Promise.resolve(quote.askAgain())} />
  }
  if (!quoted) return <Skeleton heights={SKELETON} />
  return (
    <View id="checkout">
      <Order
        lines={lines}
        quote={quote}
        quoted={quoted}
        note={note}
        onNote={setNote}
        placing={placing}
        onChanged={onChanged}
      />
    </View>
  )
}
