import { View } from '@tarojs/components'
import type { Fen } from '@shared/kernel/fen'
import { useText } from '@/i18n/useText'
import { formatMoney } from '@/i18n/format'
import { useExplain } from '@/ui/explainSheet'
import { InputRow } from '@/ui/inputRow'
import { OrderedLines } from '../shopOrders/orderedLines'
import { QuoteSums } from '../shopOrders/quoteSums'
import { AddressCard } from './addressCard'
import { useAddress } from './address/addressStore'
import type { Quoted, Wanted } from './choices'
import { Means } from './means'
import { PlaceBar } from './placeBar'
import type { Placing } from './usePlacing'
import type { QuoteInHand } from './useQuote'
import './order.scss'

const LONGEST_NOTE = 120

interface OrderProps {
  readonly lines: Wanted
  readonly quote: QuoteInHand
  readonly quoted: Quoted
  readonly note: string
  readonly onNote: (note: string) => void
  readonly placing: Placing
  readonly onChanged: () => Promise<void>
}

/** Everything about an order before it is one. */
export function Order({ lines, quote, quoted, note, onNote, placing, onChanged }: OrderProps) {
  const text = useText()
  const address = useAddress()
  const explain = useExplain()
  return (
    <>
      <AddressCard address={address} />
      <OrderedLines lines={quoted.quote.lines} />
      <Means quote={quote} quoted={quoted} />
      <QuoteSums quote={quoted.quote} onExplain={explain.show} isBehind={quote.isBehind} />
      <FreeFreight missingFen={quoted.missingForFreeFreightFen} />
      <View className="card">
        <InputRow
          id="order-note"
          label={text.checkout.note}
          placeholder={text.checkout.notePlaceholder}
          longest={LONGEST_NOTE}
          value={note}
          onChange={onNote}
        />
      </View>
      <PlaceBar
        quote={quote}
        quoted={quoted}
        address={address}
        placing={placing}
        onPlace={(to) =>
          placing.place({ lines, choices: quote.choices, quoted, address: to, note: note.trim() })
        }
        onChanged={onChanged}
      />
      {explain.sheet}
    </>
  )
}

/** How much more brings free freight; nothing where that is not so, or it is free already. */
function FreeFreight({ missingFen }: { readonly missingFen: Fen | null }) {
  const text = useText().checkout
  if (!missingFen) return null
  return (
    <View id="free-freight" className="soft order__hint figure">
      {text.missingForFree(formatMoney(missingFen))}
    </View>
  )
}
