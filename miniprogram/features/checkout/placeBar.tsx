import { useEffect } from 'react'
import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { ActionBar } from '@/ui/actionBar'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import type { Address } from './address/addressFaults'
import { openAddress } from './addressCard'
import { Changes } from './changes'
import { FIRST_CHOICES, type Quoted } from './choices'
import type { Placing } from './usePlacing'
import type { QuoteInHand } from './useQuote'
import './placeBar.scss'

interface PlaceBarProps {
  readonly quote: QuoteInHand
  readonly quoted: Quoted
  readonly address: Address | null
  readonly placing: Placing
  readonly onPlace: (address: Address) => Promise<void>
  /** What lies in the cart may not be what it was. */
  readonly onChanged: () => Promise<void>
}

/** What is left to pay, and the button that orders. It can't be pressed while the figures are not those of the choices. */
export function PlaceBar({ quote, quoted, address, placing, onPlace, onChanged }: PlaceBarProps) {
  const all = useText()
  const text = all.checkout.bar
  const { quote: figures, isPaidAtOnce, earns } = quoted
  useRefused(placing, quote, onChanged)
  // What differs is told one by one above.
  const isTold = placing.failure?.code === 'QUOTE_CHANGED' && quoted.changes.length > 0
  const refusal = isTold ? undefined : placing.failure
  const toPay = isPaidAtOnce ? text.placePaid : text.placeAndPay(formatMoney(figures.paid.wechat))
  const press = () => {
    if (!address) openAddress()
    else if (!quote.isBehind) void onPlace(address)
  }
  return (
    <ActionBar>
      <Changes changes={quoted.changes} />
      {quote.failure ? <QuoteFailure quote={quote} /> : refusal && <FailureNote failure={refusal} />}
      <View className="place-bar__sum figure">
        <View>
          <Text className="place-bar__label">{isPaidAtOnce ? text.nothingLeft : text.byWeChat}</Text>
          {earns.points > 0 && <View className="soft">{text.earns(all.units.pointsOf(earns.points))}</View>}
        </View>
        <View className={`place-bar__fen ${quote.isBehind ? 'place-bar__fen--behind' : ''}`}>
          <Money fen={figures.paid.wechat} />
        </View>
      </View>
      <BusyButton
        id="place-order"
        label={address ? toPay : text.needsAddress}
        working={placing.working || (quote.isBehind && !quote.failure)}
        onPress={press}
      />
    </ActionBar>
  )
}

/** What was chosen cannot be had: the way back to what can. */
function QuoteFailure({ quote }: { readonly quote: QuoteInHand }) {
  const text = useText().checkout.bar
  const { failure, choose } = quote
  if (!failure) return null
  return (
    <View id="quote-failure" className="place-bar__failure">
      <FailureNote failure={failure} />
      {failure.code !== 'OFFLINE' && (
        <LinkText id="clear-choices" label={text.clear} way="none" onTap={() => choose(FIRST_CHOICES)} />
      )}
    </View>
  )
}

/** An order that is no longer what was shown is quoted anew, with what differs; goods that are gone leave it. */
function useRefused({ failure }: Placing, quote: QuoteInHand, onChanged: () => Promise<void>): void {
  useEffect(() => {
    if (failure?.code === 'QUOTE_CHANGED') quote.compare()
    if (failure?.code === 'GOODS_UNAVAILABLE') void onChanged()
    // Once for each refusal, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [failure])
}
