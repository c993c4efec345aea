import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { ratioBp } from '@shared/kernel/rate'
import { formatCount, formatRate } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { levelLook } from '@/ui/levelLook'
import './tierBars.scss'

type TierCount = OutputOf<'overview.read'>['membersByTier'][number]

interface TierBarsProps {
  readonly tiers: readonly TierCount[]
  readonly members: number
}

/** How many members stand on each level, in the level's own material. */
export function TierBars({ tiers, members }: TierBarsProps) {
  const text = useText()
  const words = useWords()
  return (
    <View id="tier-bars" className="card">
      <Text className="card-title">{text.overview.byTier}</Text>
      {tiers.map(({ tier, members: count }) => (
        <View key={tier.id} className="tier-bar">
          <View className="tier-bar__words">
            <Text>{words(tier.name)}</Text>
            <Text className="figure">
              {formatCount(count)}
              <Text className="soft tier-bar__share">{formatRate(ratioBp(count, members))}</Text>
            </Text>
          </View>
          <View className="tier-bar__track">
            {count > 0 && (
              <View
                className={`tier-bar__fill ${levelLook(tier).className}`}
                style={{ ...levelLook(tier).style, width: `${(count / Math.max(1, members)) * 100}%` }}
              />
            )}
          </View>
        </View>
      ))}
    </View>
  )
}
