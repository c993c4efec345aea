import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { AmountField } from '../form/amountField'
import type { Quoted } from './bill'
import { GoodsSheet } from './goodsSheet'
import type { BillState } from './useBill'

const MOST_FEN = 100_000_000

interface BillLinesProps {
  readonly bill: BillState
  readonly quoted: Quoted | undefined
}

/** What is bought: amounts typed in, and goods of the shop. */
export function BillLines({ bill, quoted }: BillLinesProps) {
  const text = useText().counter.bill
  const [round, setRound] = useState(0)
  const [isChoosing, setChoosing] = useState(false)
  const addTyped = () => {
    bill.addTyped()
    // Another field, which is empty.
    setRound(round + 1)
  }
  return (
    <View className="card counter-bill">
      <Text className="card-title">{text.title}</Text>
      {bill.entered.map(({ name, line }, at) => (
        <View key={at} className="counter-bill__line">
          <Text className="counter-bill__name">
            {name ?? text.line(at + 1)}
            {line.quantity > 1 ? ` × ${line.quantity}` : ''}
          </Text>
          <Text id={`line-${at}`} className="figure">
            {line.of === 'amount' ? formatMoney(line.amountFen) : priceOf(quoted, at)}
          </Text>
          <LinkText id={`remove-${at}`} label={text.remove} way="none" onTap={() => bill.remove(at)} />
        </View>
      ))}
      <AmountField
        key={round}
        id="amount"
        label={text.amount}
        unit={text.yuan}
        mostFen={MOST_FEN}
        onChange={bill.type}
      />
      <View className="counter-bill__ways">
        <LinkText id="choose-goods" label={text.goods} onTap={() => setChoosing(true)} />
        {!Number.isNaN(bill.typedFen) && (
          <LinkText id="add-amount" label={text.add} way="none" onTap={addTyped} />
        )}
      </View>
      <GoodsSheet open={isChoosing} onChosen={bill.add} onClose={() => setChoosing(false)} />
    </View>
  )
}

const priceOf = (quoted: Quoted | undefined, at: number): string => {
  const line = quoted?.quote.lines[at]
  return line ? formatMoney(line.listFen) : ''
}
