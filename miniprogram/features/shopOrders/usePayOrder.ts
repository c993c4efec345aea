import { useState } from 'react'
import type { CallFailure } from '@/api/callFailure'
import { requestPayment } from '@/api/requestPayment'
import { useCommand } from '@/api/useCommand'

interface PayOrder {
  readonly pay: () => Promise<void>
  readonly working: boolean
  readonly failure: CallFailure | undefined
}

/** Pays an order that waits: opens the sheet and, once that is closed, lets the server ask WeChat how it ended. */
export function usePayOrder(orderId: string, onDone: () => Promise<void>): PayOrder {
  const asking = useCommand('shopper', 'shopOrders.pay')
  const checking = useCommand('shopper', 'shopOrders.checkPayment')
  const [isOpen, setIsOpen] = useState(false)
  const pay = async (): Promise<void> => {
    const asked = await asking.run({ orderId })
    if (asked?.payment) {
      setIsOpen(true)
      await requestPayment(asked.payment)
      setIsOpen(false)
      // What the phone says of it is no proof.
      await checking.run({ orderId })
    }
    if (asked) await onDone()
  }
  return {
    pay,
    working: isOpen || asking.working || checking.working,
    failure: asking.failure ?? checking.failure,
  }
}
