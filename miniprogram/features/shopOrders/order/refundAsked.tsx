import { Text, View } from '@tarojs/components'
import { useCommand } from '@/api/useCommand'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import type { OrderData } from '../faces'

interface RefundAskedProps {
  readonly order: OrderData
  readonly onChanged: () => Promise<void>
}

/** What the member asked to have back, while it waits, or why the shop declined it. */
export function RefundAsked({ order, onChanged }: RefundAskedProps) {
  const text = useText()
  const { asked } = text.shopOrders
  const what = useRequestWords(order)
  const { run, working, failure } = useCommand('shopper', 'shopOrders.withdrawRefund')
  const { id, refundAsked, may } = order
  if (!refundAsked || refundAsked.state === 'done' || refundAsked.state === 'withdrawn') return null
  const withdraw = async () => {
    await run({ orderId: id })
    await onChanged()
  }
  return (
    <View id="refund-asked" className="refund-asked figure">
      <Text className="refund-asked__title">{asked[refundAsked.state]}</Text>
      <Text>{what}</Text>
      <Text>{asked.because(refundAsked.reason)}</Text>
      {refundAsked.answer !== null && <Text>{asked.answer(refundAsked.answer)}</Text>}
      {failure && <FailureNote failure={failure} />}
      {may.withdrawRefund && (
        <LinkText
          id="withdraw-refund"
          label={working ? text.common.working : asked.withdraw}
          way="none"
          onTap={() => void withdraw()}
        />
      )}
    </View>
  )
}

function useRequestWords({ refundAsked, quote }: OrderData): string {
  const { asked } = useText().shopOrders
  const words = useWords()
  const request = refundAsked?.request
  switch (request?.of) {
    case 'lines':
      return request.lines
        .map((part) => {
          const line = quote.lines[part.line]
          const name = line ? words(line.name) : ''
          return 'quantity' in part
            ? `${name} × ${formatCount(part.quantity)}`
            : `${name} ${formatMoney(part.amountFen)}`
        })
        .join(asked.and)
    case 'amount':
      return formatMoney(request.amountFen + request.freightFen)
    default:
      return asked.rest
  }
}
