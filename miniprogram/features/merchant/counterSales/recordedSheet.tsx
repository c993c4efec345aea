import { useState } from 'react'
import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { randomId } from '@/api/randomId'
import { useCommand } from '@/api/useCommand'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { AmountField } from '../form/amountField'
import type { SaleCard } from '.'

interface RecordedSheetProps {
  readonly sale: SaleCard
  readonly onClose: () => void
  readonly onRefunded: () => Promise<void>
}

/** Cash of a recorded sale goes back in cash: some of it, or what is left. */
export function RecordedSheet({ sale, onClose, onRefunded }: RecordedSheetProps) {
  const { refund: text, counter, common } = useText()
  const [fen, setFen] = useState(NaN)
  // One id for one refund: a tap that went unanswered is tapped again under it.
  const [refundId] = useState(randomId)
  const command = useCommand('merchant', 'orders.refund')
  const leftFen = sale.amountFen + sale.freightFen - sale.refundedFen
  const amountFen = Number.isNaN(fen) ? leftFen : fen
  const run = async () => {
    const done = await command.run({
      member: sale.member,
      orderId: sale.id,
      refundId,
      ...partsOf(sale, amountFen),
    })
    if (!done) return
    void Taro.showToast({ title: text.done, icon: 'none' })
    await onRefunded()
  }
  return (
    <Popup visible position="bottom" round lockScroll onClose={onClose} className="explain-popup">
      <View id="recorded-sheet" className="recorded-sheet">
        <Text className="card-title">{text.title}</Text>
        {leftFen === 0 ? (
          <Text className="soft">{counter.sale.over}</Text>
        ) : (
          <>
            <AmountField
              id="recorded-amount"
              label={text.amount}
              unit={text.yuan}
              hint={text.left(formatMoney(leftFen))}
              mostFen={leftFen}
              onChange={setFen}
            />
            {command.failure && <FailureNote failure={command.failure} />}
            <BusyButton
              id="refund-recorded"
              label={text.confirm(formatMoney(amountFen))}
              working={command.working}
              onPress={() => void run()}
            />
          </>
        )}
        <BusyButton id="close-recorded" label={common.cancel} quiet onPress={onClose} />
      </View>
    </Popup>
  )
}

/** Goods first; what is more than they cost is freight. */
function partsOf({ amountFen, refundedFen }: SaleCard, fen: number) {
  const goodsLeft = Math.max(0, amountFen - refundedFen)
  const goodsFen = Math.min(fen, goodsLeft)
  return { amountFen: goodsFen, freightFen: fen - goodsFen }
}
