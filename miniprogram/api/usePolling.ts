import { useEffect } from 'react'
import { useIsShown } from './useIsShown'

/** Runs again and again while the page is in front, each time so long after the last one was done. */
export function usePolling(run: () => Promise<void>, everyMs: number, isOn = true): void {
  const isShown = useIsShown()
  useEffect(() => {
    if (!isOn || !isShown) return undefined
    let timer: ReturnType<typeof setTimeout>
    let over = false
    const wait = () => {
      timer = setTimeout(() => void run().finally(() => !over && wait()), everyMs)
    }
    wait()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [run, everyMs, isOn, isShown])
}
