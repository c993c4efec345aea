import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { GrowthRings } from './growthRings'
import { LevelIcon } from './levelIcon'
import { levelLook } from './levelLook'
import { Tap } from './tap'
import { validityTexts, wayLead, wayOr } from './tierProgress'
import { WayParts } from './wayParts'
import './tierCard.scss'

/** A member's level while the levels are on. */
export type Tier = Extract<OutputOf<'member.join'>['tier'], { isOn: true }>

interface TierCardProps {
  readonly id?: string
  readonly tier: Tier
  /** What a tap leads to: the page of all levels, or the explanation of this one. */
  readonly opens: 'levels' | 'explanation'
  readonly onTap: () => void
}

/** A member's standing: the level's own surface, one ring for each level reached, the way to the next, and how long it is valid. */
export function TierCard({ id, tier, opens, onTap }: TierCardProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { current, since, by } = tier
  const name = words(current.name)
  const look = levelLook(current)
  const lit = useRisen(current.rank) ? 'tier-card--lit' : ''
  const says = { levels: text.tier.card, explanation: text.tier.explainCard }
  const validity = validityTexts(tier, text, words, locale)
  return (
    <Tap
      id={id}
      className={`tier-card ${lit} ${look.className}`}
      style={look.style}
      label={says[opens](name)}
      onTap={onTap}
    >
      <GrowthRings count={current.rank + 1} />
      <View className="tier-card__top">
        <Text className="tier-card__brand">{text.brand}</Text>
        <Text className="figure">{text.tier.since(formatDay(since, locale))}</Text>
      </View>
      <View className="tier-card__name">
        <LevelIcon icon={current.icon} />
        <Text>{name}</Text>
        {by !== 'earned' && <Text className="tier-card__by">{text.tier.by[by]}</Text>}
      </View>
      <Progress tier={tier} />
      {validity.length > 0 && (
        <View className="tier-card__validity figure">
          {validity.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </View>
      )}
    </Tap>
  )
}

/** True from the moment that the level went up before the eyes. */
function useRisen(rank: number): boolean {
  const before = useRef(rank)
  const [risen, setRisen] = useState(false)
  useEffect(() => {
    if (rank > before.current) setRisen(true)
    before.current = rank
  }, [rank])
  return risen
}

function Progress({ tier: { next } }: { readonly tier: Tier }) {
  const text = useText()
  const words = useWords()
  const [nearest, other] = next?.ways ?? []
  if (!next || !nearest) return <Text className="tier-card__lead">{text.tier.top}</Text>
  return (
    <View className="tier-card__progress">
      <Text className="tier-card__lead figure">
        {wayLead(nearest, words(next.face.name), next.standard, text)}
      </Text>
      {nearest.of === 'earned' && <WayParts way={nearest} standard={next.standard} />}
      {other && <Text className="tier-card__or figure">{wayOr(other, next.standard, text)}</Text>}
    </View>
  )
}
