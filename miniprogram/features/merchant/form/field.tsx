import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import './field.scss'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** What is wrong with it, in words. */
  readonly fault?: string
  /** The control takes a line of its own, under the label. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A line of a form: what it is, the control, and what helps or is wrong under it. */
export function Field({ label, hint, fault, isWide = false, children }: FieldProps) {
  return (
    <View className={`field ${isWide ? 'field--wide' : ''}`}>
      <View className="field__line">
        <Text className="field__label">{label}</Text>
        {children}
      </View>
      {fault ? <Text className="field__fault">{fault}</Text> : hint && <Text className="soft">{hint}</Text>}
    </View>
  )
}
