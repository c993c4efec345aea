import { Text, View } from '@tarojs/components'
import { Tap } from './tap'
import './linkText.scss'

interface LinkTextProps {
  readonly id: string
  readonly label: string
  /** Where it leads: to another page, or more and less of this place; to none when it does something here. */
  readonly way?: 'on' | 'down' | 'up' | 'none'
  readonly onTap: () => void
}

/** A way on, at the end of a heading. */
export function LinkText({ id, label, way = 'on', onTap }: LinkTextProps) {
  return (
    <Tap id={id} className="link-text" onTap={onTap}>
      <Text>{label}</Text>
      {way !== 'none' && <View className={`chevron chevron--${way}`} />}
    </Tap>
  )
}
