import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { ActionBar } from '@/ui/actionBar'
import { BusyButton } from '@/ui/busyButton'
import { Chips } from '@/ui/chips'
import { FailureNote } from '@/ui/failureNote'
import { InputRow } from '@/ui/inputRow'
import { Money } from '@/ui/money'
import type { OrderData } from '../faces'
import { LinesChoice } from './linesChoice'
import { askedFen, noneOf, requestOf } from './request'
import './refundForm.scss'

const LONGEST_REASON = 120

interface RefundFormProps {
  readonly order: OrderData
  readonly onChanged: () => Promise<void>
}

export function RefundForm({ order, onChanged }: RefundFormProps) {
  const text = useText().shopOrders.askRefund
  const { id, left } = order
  const [isAll, setIsAll] = useState(true)
  const [quantities, setQuantities] = useState(noneOf(left))
  const [reason, setReason] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const { run, working, failure } = useCommand('shopper', 'shopOrders.askRefund')
  const request = requestOf(isAll, quantities)
  const fen = askedFen(left, isAll, quantities)
  const ask = async () => {
    setIsAsked(true)
    if (!request || reason.trim() === '') return
    if (await run({ orderId: id, request, reason: reason.trim() })) await Taro.navigateBack()
    else await onChanged()
  }
  const way = (key: string, name: string, all: boolean) => ({
    key,
    name,
    isOn: isAll === all,
    choose: () => setIsAll(all),
  })
  return (
    <>
      <View className="card">
        <Text className="card-title">{text.what}</Text>
        <Chips id="refund-of" chips={[way('all', text.all, true), way('lines', text.some, false)]} />
        {isAll ? (
          <View className="soft figure">
            {left.freightFen > 0 ? text.allHint(formatMoney(left.freightFen)) : text.allHintNoFreight}
          </View>
        ) : (
          <LinesChoice order={order} quantities={quantities} onChange={setQuantities} />
        )}
        {isAsked && !request && <Text className="refund-form__fault">{text.nothing}</Text>}
      </View>
      <View className="card">
        <Text className="card-title">{text.why}</Text>
        <Chips
          id="reason"
          chips={text.reasons.map((each, at) => ({
            key: String(at),
            name: each,
            isOn: each === reason,
            choose: () => setReason(each),
          }))}
        />
        <InputRow
          id="refund-reason"
          label={text.reason}
          longest={LONGEST_REASON}
          value={reason}
          fault={isAsked && reason.trim() === '' ? text.reasonMissing : undefined}
          onChange={setReason}
        />
      </View>
      <ActionBar>
        {failure && <FailureNote failure={failure} />}
        <View className="refund-form__sum figure">
          <Text>{text.sum}</Text>
          <Text className="refund-form__fen">
            <Money fen={fen} />
          </Text>
        </View>
        <View className="soft refund-form__note">{text.note}</View>
        <BusyButton id="send-refund" label={text.send} working={working} onPress={() => void ask()} />
      </ActionBar>
    </>
  )
}
