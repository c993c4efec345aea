import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { formatChange, formatCount, formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { NumberField } from '../form/numberField'
import './stockCard.scss'

const MOST = 1_000_000

type Stock = OutputOf<'products.read'>['stock'][number]

interface StockCardProps {
  readonly at: number
  readonly stock: Stock
  readonly isManager: boolean
  readonly onChanged: () => Promise<void>
}

/** What is there of one choice, the way to change it, and who changed it last. */
export function StockCard({ at, stock, isManager, onChanged }: StockCardProps) {
  const text = useText().goods.stock
  const words = useWords()
  const figures = (['free', 'held', 'sold'] as const).map((of) => ({ of, n: stock[of] }))
  return (
    <View className="card stock-card">
      {stock.options.length > 0 && (
        <Text className="stock-card__name">{stock.options.map(words).join(' · ')}</Text>
      )}
      <View className="stock-card__figures">
        {figures.map(({ of, n }) => (
          <View key={of} className={`stock-card__figure stock-card__figure--${of}`}>
            <Text id={`${of}-${at}`} className="stock-card__n figure">
              {formatCount(n)}
            </Text>
            <Text className="soft">{text[of]}</Text>
          </View>
        ))}
      </View>
      {isManager && <Change at={at} stock={stock} onChanged={onChanged} />}
      <History stock={stock} />
    </View>
  )
}

function Change({ at, stock: { sku }, onChanged }: Omit<StockCardProps, 'isManager'>) {
  const text = useText().goods.stock
  const [pieces, setPieces] = useState(1)
  const command = useCommand('merchant', 'stock.change')
  const change = async (sign: 1 | -1) => {
    const changed = await command.run({ sku, change: sign * pieces })
    if (!changed) return
    void Taro.showToast({ title: text.done(changed.free), icon: 'none' })
    await onChanged()
  }
  return (
    <>
      <NumberField
        id={`pieces-${at}`}
        label={text.pieces}
        value={pieces}
        min={1}
        max={MOST}
        onChange={setPieces}
      />
      {!Number.isNaN(pieces) && (
        <View className="stock-card__buttons">
          <BusyButton
            id={`take-${at}`}
            label={text.take}
            quiet
            working={command.working}
            onPress={() => void change(-1)}
          />
          <BusyButton
            id={`add-${at}`}
            label={text.add}
            working={command.working}
            onPress={() => void change(1)}
          />
        </View>
      )}
      {command.failure && <FailureNote failure={command.failure} />}
    </>
  )
}

function History({ stock: { changes } }: Pick<StockCardProps, 'stock'>) {
  const text = useText().goods.stock
  const locale = useLocale()
  if (changes.length === 0) return null
  return (
    <View className="stock-card__history figure">
      <Text className="soft">{text.history}</Text>
      {changes.map(({ at, change, isMine }, place) => (
        <View key={`${at}-${place}`} className="stock-card__change">
          <Text className="soft">
            {formatInstant(at, locale)} · {isMine ? text.mine : text.others}
          </Text>
          <Text>{formatChange(change)}</Text>
        </View>
      ))}
    </View>
  )
}
