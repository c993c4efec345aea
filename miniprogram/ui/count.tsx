import { useEffect, useRef, useState } from 'react'
import { Text } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import { prefersReducedMotion } from './reducedMotion'

const STEPS_AT_MOST = 6
const STEP_MS = 45

/** A number of points or growth. When it changes while it is seen, it counts up to the new one. */
export function Count({ n }: { readonly n: number }) {
  return <Text className="figure">{formatCount(useCounting(n))}</Text>
}

function useCounting(target: number): number {
  const [shown, setShown] = useState(target)
  const from = useRef(target)

  useEffect(() => {
    const start = from.current
    from.current = target
    // WeChat bears twenty drawings a second, so a change of one is one step.
    const steps = prefersReducedMotion() ? 1 : Math.min(STEPS_AT_MOST, Math.abs(target - start))
    if (steps <= 1) {
      setShown(target)
      return
    }
    let step = 0
    const timer = setInterval(() => {
      step += 1
      setShown(start + Math.round(((target - start) * step) / steps))
      if (step === steps) clearInterval(timer)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [target])
  return shown
}
