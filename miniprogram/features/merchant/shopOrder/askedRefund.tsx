import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { TextField } from '../form/textField'
import type { AnyOrder } from '.'

const LONGEST_REASON = 120

interface AskedRefundProps {
  readonly order: AnyOrder['order']
  readonly onAnswered: () => Promise<void>
}

/** What the customer asks to have back. Refunding answers it; so does a no, with a reason. */
export function AskedRefund({ order: { id: orderId, refundAsked }, onAnswered }: AskedRefundProps) {
  const text = useText().orderDesk.asked
  const [isDeclining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const decline = useCommand('merchant', 'shopOrders.declineRefund')
  if (!refundAsked) return null
  const { request } = refundAsked
  const run = async () => {
    if (!(await decline.run({ orderId, reason: reason.trim() }))) return
    void Taro.showToast({ title: text.declined, icon: 'none' })
    await onAnswered()
  }
  return (
    <View id="asked-refund" className="card shop-order">
      <Text className="card-title">{text.title}</Text>
      <Text>{request.of === 'amount' ? text.amount(formatMoney(request.amountFen)) : text[request.of]}</Text>
      <Text className="soft">{refundAsked.reason}</Text>
      {isDeclining && (
        <TextField
          id="decline-reason"
          label={text.reason}
          placeholder={text.placeholder}
          value={reason}
          longest={LONGEST_REASON}
          onChange={setReason}
        />
      )}
      {decline.failure && <FailureNote failure={decline.failure} />}
      {(!isDeclining || reason.trim() !== '') && (
        <BusyButton
          id="decline-refund"
          label={text.decline}
          quiet
          working={decline.working}
          onPress={() => (isDeclining ? void run() : setDeclining(true))}
        />
      )}
    </View>
  )
}
