import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import './actionBar.scss'

/** Stays at the foot of the screen: the one thing to do on this page, and what it is about. */
export function ActionBar({ children }: PropsWithChildren) {
  return <View className="action-bar">{children}</View>
}
