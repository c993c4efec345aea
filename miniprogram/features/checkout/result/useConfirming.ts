import { useEffect, useRef, useState } from 'react'
import { useCommand } from '@/api/useCommand'

const TRY_EVERY_MS = 2_000
const MOST_TRIES = 6

/** After the sheet said that it is paid: lets the server ask WeChat, some times, until it knows. True while that goes on. */
export function useConfirming(orderId: string, isOn: boolean, onAsked: () => Promise<void>): boolean {
  const { run } = useCommand('shopper', 'shopOrders.checkPayment')
  const [tries, setTries] = useState(0)
  const ask = useRef(async () => {})
  useEffect(() => {
    ask.current = async () => {
      await run({ orderId })
      await onAsked()
      setTries((before) => before + 1)
    }
  })
  const isAsking = isOn && tries < MOST_TRIES
  useEffect(() => {
    if (!isAsking) return undefined
    const timer = setTimeout(() => void ask.current(), tries === 0 ? 0 : TRY_EVERY_MS)
    return () => clearTimeout(timer)
  }, [isAsking, tries])
  return isAsking
}
