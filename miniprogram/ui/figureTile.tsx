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
  readonly opens?: 'explanation' | 'ledger'
  readonly onTap: () => void
}

/** A number with its name; a tap opens what made it, or the page with all its entries. */
export function FigureTile({ id, name, spoken, figure, opens = 'explanation', onTap }: FigureTileProps) {
  const text = useText()
  const says = { explanation: text.home.opensExplanation, ledger: text.home.opensLedger }
  return (
    <Tap id={id} className="figure-tile" label={says[opens](name, spoken)} onTap={onTap}>
      <Text className="figure-tile__number figure">{figure}</Text>
      <Text className="figure-tile__name">{name}</Text>
    </Tap>
  )
}
