import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { startTransport } from './api/transport'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(startTransport)
  return children
}
