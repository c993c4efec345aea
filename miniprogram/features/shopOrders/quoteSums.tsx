import { Text, View } from '@tarojs/components'
import type { Fen } from '@shared/kernel/fen'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import type { ExplanationData } from '@/ui/explanation'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import type { QuoteData } from './faces'
import { CHANNELS } from './paidParts'
import './quoteSums.scss'

interface QuoteSumsProps {
  readonly quote: QuoteData
  readonly onExplain: (explanation: ExplanationData) => void
  /** The figures are not those of what is chosen. */
  readonly isBehind?: boolean
}

/** What an order comes to and what pays for it; step by step in the sheet behind it. */
export function QuoteSums({ quote, onExplain, isBehind = false }: QuoteSumsProps) {
  const text = useText().shopOrders.sums
  const { listFen, goodsFen, freightFen, payableFen, paid, explanation } = quote
  const explain = () =>
    onExplain({ title: { zh: text.title, en: text.title }, lines: explanation, rules: [], source: null })
  const offFen = listFen - goodsFen
  return (
    <View id="quote-sums" className={`card quote-sums ${isBehind ? 'quote-sums--behind' : ''}`}>
      <View className="card-head">
        <Text className="card-title">{text.title}</Text>
        <LinkText id="explain-quote" label={text.steps} onTap={explain} />
      </View>
      <Row label={text.list} fen={listFen} />
      {offFen > 0 && <Row label={text.off} fen={-offFen} />}
      <Row label={text.freight} fen={freightFen} />
      <View className="quote-sums__row quote-sums__row--sum">
        <Text>{text.payable}</Text>
        <Text className="quote-sums__payable">
          <Money fen={payableFen} />
        </Text>
      </View>
      {CHANNELS.filter((channel) => paid[channel] > 0).map((channel) => (
        <Row key={channel} label={text.paid[channel]} fen={paid[channel]} isSoft />
      ))}
    </View>
  )
}

function Row({ label, fen, isSoft = false }: { label: string; fen: Fen; isSoft?: boolean }) {
  return (
    <View className={`quote-sums__row figure ${isSoft ? 'soft' : ''}`}>
      <Text>{label}</Text>
      <Text>{formatMoney(fen)}</Text>
    </View>
  )
}
