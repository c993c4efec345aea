import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useRef } from 'react'

const BRIGHTEST = 1

/** The screen at its brightest while a code is shown, and as it was afterwards. A browser has no say in that. */
export function useBrightScreen(): void {
  const before = useRef<number>()
  const restore = () => {
    if (before.current === undefined) return
    void Taro.setScreenBrightness({ value: before.current })
    before.current = undefined
  }
  useDidShow(() => {
    if (process.env.TARO_ENV !== 'weapp') return
    void brighten().then((value) => (before.current = value))
  })
  useDidHide(restore)
  useUnload(restore)
}

async function brighten(): Promise<number | undefined> {
  try {
    const { value } = await Taro.getScreenBrightness()
    await Taro.setScreenBrightness({ value: BRIGHTEST })
    return value
  } catch {
    // The phone does not allow it: the code can be read all the same.
    return undefined
  }
}
