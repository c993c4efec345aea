import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import type { CallFailure } from '@/api/callFailure'
import { requestPayment } from '@/api/requestPayment'
import { useCommand } from '@/api/useCommand'
import { takeOut } from '../shop/cartStore'
import { resultUrl } from '../shopOrders/ways'
import type { Address } from './address/addressFaults'
import type { Choices, Quoted, Wanted } from './choices'

type Placed = OutputOf<'shopOrders.place'>

export interface Placing {
  /** The order, once it is placed: what is shown then is how it is paid. */
  readonly order: Placed['order'] | undefined
  readonly working: boolean
  readonly failure: CallFailure | undefined
  readonly place: (input: PlaceInput) => Promise<void>
}

interface PlaceInput {
  readonly lines: Wanted
  readonly choices: Choices
  readonly quoted: Quoted
  readonly address: Address
  readonly note: string
}

/** Places the order, opens the payment sheet where something is left to pay, and goes on to how it ended. */
export function usePlacing(): Placing {
  const { run, working, failure } = useCommand('shopper', 'shopOrders.place')
  const [order, setOrder] = useState<Placed['order']>()
  const isHere = useRef(true)
  useEffect(
    () => () => {
      isHere.current = false
    },
    [],
  )
  const place = async ({ quoted, ...rest }: PlaceInput): Promise<void> => {
    const placed = await run({ ...rest, seen: quoted.seen })
    if (!placed) return
    setOrder(placed.order)
    takeOut(rest.lines.map(({ sku }) => sku))
    const end = placed.payment === null ? undefined : await requestPayment(placed.payment)
    // Who went on to something else is not called back.
    if (isHere.current) await Taro.redirectTo({ url: resultUrl(placed.order.id, end) })
  }
  return { order, working, failure, place }
}
