import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { formatScaled } from '@/i18n/scaled'
import { useText, useWords } from '@/i18n/useText'
import { AmountField } from '../amountField'
import { allGiftWords } from '../giftWords'
import type { Wallet } from '../walletHead'
import { amountFenOf } from './amountFenOf'

interface AnyAmountProps {
  readonly wallet: Wallet
  readonly anyAmount: NonNullable<Wallet['anyAmount']>
  readonly typed: string
  readonly onType: (typed: string) => void
}

/** An amount of one's own, with what comes on top from which amount on. */
export function AnyAmount({ wallet, anyAmount, typed, onType }: AnyAmountProps) {
  const text = useText()
  const words = useText().wallet.topUp
  const say = useWords()
  const { roomFen, mostFen } = wallet
  const [least, room] = [formatMoney(anyAmount.leastFen), formatMoney(roomFen)]
  const isWrong = typed !== '' && amountFenOf(typed, anyAmount.leastFen, roomFen) === undefined
  return (
    <View className="card">
      <AmountField
        id="top-up-amount"
        label={words.anyAmount}
        unit={words.yuan}
        placeholder={words.amountHint(least)}
        fault={isWrong ? words.amountFault(least, room) : undefined}
        hint={words.room(room, formatMoney(mostFen))}
        typed={typed}
        onType={onType}
      />
      {anyAmount.brackets.map(({ fromFen, bonusRateBp, gift }) => {
        const rate = bonusRateBp > 0 ? [words.percent(`${formatScaled(bonusRateBp, 2)}%`)] : []
        const all = [...rate, ...allGiftWords(gift, text, say)]
        return (
          <View key={fromFen} className="soft figure">
            <Text>{words.brackets(formatMoney(fromFen), all.join(' · '))}</Text>
          </View>
        )
      })}
    </View>
  )
}
