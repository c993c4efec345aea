import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { transport } from './api/transport'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => transport.start())
  return children
}
