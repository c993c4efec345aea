import type { PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { spoken } from './spoken'
import './tap.scss'

interface TapProps {
  readonly id?: string
  readonly className?: string
  readonly style?: Readonly<Record<string, string>>
  /** What a screen reader says instead of the contents. */
  readonly label?: string
  /** Absent where what is around it answers the tap. */
  readonly onTap?: () => void
}

/** Anything of our own that can be tapped: answers the finger at once and tells a screen reader that it is a button. */
export function Tap({ id, className = '', style, label, onTap, children }: PropsWithChildren<TapProps>) {
  return (
    <View
      id={id}
      className={`tap ${className}`}
      style={style}
      hoverClass="tap--down"
      onClick={onTap}
      {...spoken({ role: 'button', label })}
    >
      {children}
    </View>
  )
}
