import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { formatScaled, parseScaled } from '@/i18n/scaled'
import { useText } from '@/i18n/useText'
import { BottomSheet } from '@/ui/bottomSheet'
import { BusyButton } from '@/ui/busyButton'
import { Chips } from '@/ui/chips'
import { InputRow } from '@/ui/inputRow'
import type { Choices, Quoted } from './choices'
import type { QuoteInHand } from './useQuote'

interface BalanceSheetProps {
  readonly quote: QuoteInHand
  readonly quoted: Quoted
  readonly onClose: () => void
}

const WAYS = ['all', 'none', 'upTo'] as const
type Way = (typeof WAYS)[number]

const FEN_DIGITS = 2
const LONGEST = 12

/** How much of the stored value pays: as far as it reaches, none of it, or up to an amount. */
export function BalanceSheet({ quote, quoted, onClose }: BalanceSheetProps) {
  const text = useText().checkout.balance
  const { choices, choose } = quote
  const { principalFen, bonusFen } = quoted.balance
  const freeFen = principalFen + bonusFen
  const [way, setWay] = useState<Way>(choices.balance.of)
  const [typed, setTyped] = useState(
    choices.balance.of === 'upTo' ? formatScaled(choices.balance.amountFen, FEN_DIGITS) : '',
  )
  const amountFen = parseScaled(typed, FEN_DIGITS)
  const isWrong = way === 'upTo' && !(amountFen <= freeFen)
  const use = () => {
    if (isWrong) return
    const balance: Choices['balance'] = way === 'upTo' ? { of: way, amountFen } : { of: way }
    choose({ ...choices, balance })
    onClose()
  }
  return (
    <BottomSheet id="balance-sheet" open title={text.title} onClose={onClose}>
      <View className="figure">{text.have(formatMoney(principalFen), formatMoney(bonusFen))}</View>
      <View className="soft">{text.hint}</View>
      <Chips
        id="balance"
        chips={WAYS.map((each) => ({
          key: each,
          name: text.ways[each],
          isOn: each === way,
          choose: () => setWay(each),
        }))}
      />
      {way === 'upTo' && (
        <InputRow
          id="balance-typed"
          label={text.typed}
          type="digit"
          longest={LONGEST}
          value={typed}
          fault={isWrong && typed !== '' ? text.tooMuch(formatMoney(freeFen)) : undefined}
          onChange={setTyped}
        />
      )}
      <BusyButton id="use-balance" label={text.use} onPress={use} />
    </BottomSheet>
  )
}
