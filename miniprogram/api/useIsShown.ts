import { useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** False while another page, or another app, is in front. */
export function useIsShown(): boolean {
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return isShown
}
