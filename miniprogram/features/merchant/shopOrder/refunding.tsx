import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { InputOf } from '@shared/contracts'
import { useAsked } from '@/api/useAsked'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { SwitchRow } from '../form/switchRow'
import { RefundCard, type Preview } from '../refund/refundCard'
import { useRefund, type Request } from '../refund/useRefund'
import type { AnyOrder } from '.'

type OrderRequest = InputOf<'shopOrders.previewRefund'>['request']

interface RefundingProps {
  readonly order: AnyOrder['order']
  readonly onRefunded: () => Promise<void>
}

/** A refund of the order: goods, an amount or everything, with the freight where there was one. */
export function Refunding({ order: { id: orderId, quote, left }, onRefunded }: RefundingProps) {
  const { orderDesk, refund: refundText } = useText()
  const refund = useRefund(quote.lines.length)
  const [withFreight, setWithFreight] = useState(false)
  const freightFen = withFreight ? left.freightFen : 0
  const request = refund.request && requestOf(refund.request, freightFen)
  const preview = useAsked('merchant', 'shopOrders.previewRefund', request && { orderId, request })
  const command = useCommand('merchant', 'shopOrders.refund')
  const run = async (shown: Preview) => {
    if (!request) return
    const { amountFen, freightFen: backFen, back, points } = shown
    const seen = { amountFen, freightFen: backFen, back, points }
    if (!(await command.run({ orderId, request, reason: refund.reason.trim(), seen }))) return
    void Taro.showToast({ title: refundText.done, icon: 'none' })
    await onRefunded()
  }
  return (
    <RefundCard
      refund={refund}
      lines={quote.lines.map(({ name, options }, at) => ({
        name,
        options,
        quantity: left.lines[at]?.quantity ?? 0,
        amountFen: left.lines[at]?.amountFen ?? 0,
      }))}
      preview={preview}
      working={command.working}
      failure={command.failure}
      rest={orderDesk.order.weChat}
      onRefund={(shown) => void run(shown)}
    >
      {left.freightFen > 0 && refund.way !== 'rest' && (
        <SwitchRow
          id="with-freight"
          label={refundText.freight}
          value={withFreight}
          onChange={setWithFreight}
        />
      )}
    </RefundCard>
  )
}

const requestOf = (request: Request, freightFen: number): OrderRequest =>
  request.of === 'rest' ? request : { ...request, freightFen }
