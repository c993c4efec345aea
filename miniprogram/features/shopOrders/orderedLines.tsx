import { Text, View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { Money } from '@/ui/money'
import type { QuoteData } from './faces'
import './orderedLines.scss'

type Line = QuoteData['lines'][number]

/** The goods of an order, each with what is paid for it in the end. */
export function OrderedLines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <View id="ordered-lines" className="card">
      {lines.map((line) => (
        <OrderedLine key={line.sku} line={line} />
      ))}
    </View>
  )
}

function OrderedLine({ line }: { readonly line: Line }) {
  const all = useText()
  const text = all.shopOrders.line
  const words = useWords()
  const { name, options, picture, quantity, listFen, paidFen, points } = line
  return (
    <View className="ordered-line">
      <GoodsPicture picture={picture} className="ordered-line__picture" />
      <View className="ordered-line__words">
        <Text className="ordered-line__name">{words(name)}</Text>
        <Text className="soft figure">
          {[...options.map(words), `× ${formatCount(quantity)}`].join(' · ')}
        </Text>
        {points > 0 && <Text className="soft figure">{text.points(all.units.pointsOf(points))}</Text>}
      </View>
      <View className="ordered-line__fen">
        <Money fen={paidFen} />
        {listFen > paidFen && <Text className="ordered-line__list figure">{formatMoney(listFen)}</Text>}
      </View>
    </View>
  )
}
