import { Text, View } from '@tarojs/components'
import { Tap } from './tap'
import './linkRow.scss'

interface LinkRowProps {
  readonly id: string
  readonly label: string
  readonly value?: string
  /** Absent where what is around it answers the tap. */
  readonly onTap?: () => void
}

/** A way to another page, or to what is behind a value. */
export function LinkRow({ id, label, value, onTap }: LinkRowProps) {
  return (
    <Tap id={id} className="link-row" onTap={onTap}>
      <Text className="link-row__label">{label}</Text>
      {value && <Text className="soft">{value}</Text>}
      <View className="chevron" />
    </Tap>
  )
}
