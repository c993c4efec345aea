import { Text, View } from '@tarojs/components'
import { Tap } from './tap'
import './linkRow.scss'

interface LinkRowProps {
  readonly id: string
  readonly label: string
  readonly value?: string
  readonly onTap: () => void
}

/** A way to another page. */
export function LinkRow({ id, label, value, onTap }: LinkRowProps) {
  return (
    <Tap id={id} className="link-row" onTap={onTap}>
      <Text className="link-row__label">{label}</Text>
      {value && <Text className="soft">{value}</Text>}
      <View className="chevron" />
    </Tap>
  )
}
