import { useState } from 'react'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import { CallFailure } from '@/api/callFailure'
import type { SheetParameters } from '@/api/paymentSheet'
import { requestPayment } from '@/api/requestPayment'
import { useCommand } from '@/api/useCommand'

type Checked = OutputOf<'wallet.checkTopUp'>

interface PayTopUp {
  /** Opens the sheet; answers how the top-up stands once it is closed, undefined when nobody could tell. */
  readonly pay: (topUpId: string, parameters?: SheetParameters) => Promise<Checked | undefined>
  /** The sheet is open. */
  readonly isOpen: boolean
  readonly working: boolean
  readonly failure: CallFailure | undefined
}

/** Pays a top-up that waits: opens the sheet and, once that is closed, lets the server ask WeChat how it ended. */
export function usePayTopUp(): PayTopUp {
  const checking = useCommand('shopper', 'wallet.checkTopUp')
  const [isOpen, setIsOpen] = useState(false)
  const [failure, setFailure] = useState<CallFailure>()
  const pay: PayTopUp['pay'] = async (topUpId, given) => {
    setFailure(undefined)
    setIsOpen(true)
    try {
      const parameters = given ?? (await call('shopper', 'wallet.payTopUp', { topUpId })).payment
      await requestPayment(parameters)
    } catch (thrown) {
      if (!(thrown instanceof CallFailure)) throw thrown
      // What was paid already is no failure: it is looked for below.
      if (thrown.code !== 'PAYMENT_MADE') {
        setFailure(thrown)
        return undefined
      }
    } finally {
      setIsOpen(false)
    }
    // What the phone says of it is no proof.
    return checking.run({ topUpId })
  }
  return { pay, isOpen, working: isOpen || checking.working, failure: failure ?? checking.failure }
}
