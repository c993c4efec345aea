import { useEffect, useRef, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from './tap'
import { wayTexts } from './tierProgress'
import './tierCard.scss'

export type TierProgress = OutputOf<'member.join'>['tier']

interface TierCardProps {
  readonly id?: string
  readonly tier: TierProgress
  readonly onTap: () => void
}

/** A member's standing: the level's own material, one ring for each level reached, and the way to the next. */
export function TierCard({ id, tier, onTap }: TierCardProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const name = words(tier.current.name)
  const lit = useRisen(tier.current.rank) ? 'tier-card--lit' : ''
  return (
    <Tap
      id={id}
      className={`tier-card ${lit} material material--${tier.current.material}`}
      label={text.tier.card(name)}
      onTap={onTap}
    >
      <GrowthRings count={tier.current.rank + 1} />
      <View className="tier-card__top">
        <Text className="tier-card__brand">{text.brand}</Text>
        <Text className="tier-card__since figure">{text.tier.since(formatDay(tier.since, locale))}</Text>
      </View>
      <Text className="tier-card__name">{name}</Text>
      <Progress tier={tier} />
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

function Progress({ tier }: { readonly tier: TierProgress }) {
  const text = useText()
  const words = useWords()
  const [nearest, other] = tier.ways
  if (!tier.next || !nearest) return <Text className="tier-card__lead">{text.tier.top}</Text>
  const { lead, have } = wayTexts(nearest, words(tier.next.name), text)
  return (
    <View className="tier-card__progress">
      <Text className="tier-card__lead figure">{lead}</Text>
      <View className="tier-card__track">
        <View className="tier-card__fill" style={{ width: `${nearest.progressBp / 100}%` }} />
      </View>
      <View className="tier-card__ways figure">
        <Text>{have}</Text>
        {other && <Text className="tier-card__other">{wayTexts(other, '', text).or}</Text>}
      </View>
    </View>
  )
}

const RINGS_AT_MOST = 8

function GrowthRings({ count }: { readonly count: number }) {
  return (
    <View className="tier-card__rings">
      {Array.from({ length: Math.min(count, RINGS_AT_MOST) }, (_, ring) => (
        <View key={ring} className={`tier-card__ring tier-card__ring--${ring + 1}`} />
      ))}
    </View>
  )
}
