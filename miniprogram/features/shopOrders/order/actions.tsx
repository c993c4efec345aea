import { useState } from 'react'
import { View } from '@tarojs/components'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { formatMoney } from '@/i18n/format'
import { ActionBar } from '@/ui/actionBar'
import { BusyButton } from '@/ui/busyButton'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { FailureNote } from '@/ui/failureNote'
import type { OrderData } from '../faces'
import { usePayOrder } from '../usePayOrder'
import { openRefund } from '../ways'
import './actions.scss'

interface ActionsProps {
  readonly order: OrderData
  readonly onChanged: () => Promise<void>
}

/** What its member can do with the order now; nothing where that is nothing. */
export function Actions({ order, onChanged }: ActionsProps) {
  const text = useText().shopOrders.order
  const { id, may, quote } = order
  const paying = usePayOrder(id, onChanged)
  if (!may.pay && !may.cancel && !may.receive && !may.askRefund) return null
  return (
    <ActionBar>
      {paying.failure && <FailureNote failure={paying.failure} />}
      <View className="order-actions">
        {may.pay && (
          <BusyButton
            id="pay-order"
            label={text.pay(formatMoney(quote.paid.wechat))}
            working={paying.working}
            onPress={() => void paying.pay()}
          />
        )}
        {may.cancel && <Confirmed what="cancel" order={order} onChanged={onChanged} />}
        {may.receive && <Confirmed what="receive" order={order} onChanged={onChanged} />}
        {may.askRefund && (
          <BusyButton id="ask-refund" label={text.askRefund} quiet onPress={() => openRefund(id)} />
        )}
      </View>
    </ActionBar>
  )
}

interface ConfirmedProps extends ActionsProps {
  readonly what: 'cancel' | 'receive'
}

/** Something that cannot be undone: what it means is said before. */
function Confirmed({ what, order, onChanged }: ConfirmedProps) {
  const text = useText().shopOrders.order[what]
  const { run, working, failure } = useCommand('shopper', `shopOrders.${what}`)
  const [isOpen, setIsOpen] = useState(false)
  const confirm = async () => {
    const done = await run({ orderId: order.id })
    if (done) setIsOpen(false)
    await onChanged()
  }
  return (
    <>
      <BusyButton
        id={`${what}-order`}
        label={text.label}
        quiet={what === 'cancel'}
        onPress={() => setIsOpen(true)}
      />
      <ConfirmSheet
        id={`${what}-sheet`}
        open={isOpen}
        title={text.title}
        text={text.text}
        closeLabel={text.keep}
        confirm={{ label: text.confirm, working, failure, run: () => void confirm() }}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
