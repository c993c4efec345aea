import { useEffect, useRef, useState } from 'react'

const SECOND_MS = 1_000

/** 754,321 ms are "12:34"; hours only where there are some. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS))
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part) => String(part).padStart(2, '0')).join(':')
}

/**
 * The milliseconds until an instant of the server's, anew each second; null where there is none. The phone's own clock
 * only counts on from `serverNow`. `onOver` is told once.
 */
export function useTimeLeft(until: number | null, serverNow: number, onOver: () => void): number | null {
  const [passed, setPassed] = useState({ since: serverNow, ms: 0 })
  useEffect(() => {
    if (until === null) return undefined
    const start = Date.now()
    const timer = setInterval(() => setPassed({ since: serverNow, ms: Date.now() - start }), SECOND_MS)
    return () => clearInterval(timer)
  }, [until, serverNow])
  const ms = passed.since === serverNow ? passed.ms : 0
  const left = until === null ? null : Math.max(0, until - serverNow - ms)
  const told = useRef<number | null>(null)
  useEffect(() => {
    if (left !== 0 || told.current === until) return
    told.current = until
    onOver()
  }, [left, until, onOver])
  return left
}
