import type { ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Tap } from './tap'
import './figureTile.scss'

interface FigureTileProps {
  readonly id: string
  readonly name: string
  /** The figure as a screen reader says it. */
  readonly spoken: string
  readonly figure: ReactNode
  readonly onTap: () => void
}

/** A number with its name; a tap opens what made it. */
export function FigureTile({ id, name, spoken, figure, onTap }: FigureTileProps) {
  const text = useText()
  return (
    <Tap id={id} className="figure-tile" label={text.home.opensExplanation(name, spoken)} onTap={onTap}>
      <Text className="figure-tile__number figure">{figure}</Text>
      <Text className="figure-tile__name">{name}</Text>
    </Tap>
  )
}
