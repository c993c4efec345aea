import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { randomId } from '@/api/randomId'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import type { Multiplier } from '../settings/ruleFields'
import type { Tier } from '../settings/sampleFields'
import type { Change } from './index'
import { MultiplierRow } from './multiplierRow'

const MOST = 50

interface MultipliersProps {
  readonly multipliers: readonly Multiplier[]
  readonly tiers: readonly Tier[]
  readonly today: string
  readonly change: Change
}

/** The multipliers that always stand; one at a time is open, beneath the example that it changes. */
export function Multipliers({ multipliers, tiers, today, change }: MultipliersProps) {
  const text = useText().rules.earning
  const [open, setOpen] = useState<string>()
  const add = () => {
    const id = randomId()
    change({ multipliers: [...multipliers, newMultiplier(id)] })
    setOpen(id)
  }
  return (
    <View className="card">
      <Text className="card-title">{text.multipliers}</Text>
      <View className="soft">{multipliers.length === 0 ? text.noMultipliers : text.multipliersHint}</View>
      {multipliers.map((rule) => (
        <MultiplierRow
          key={rule.id}
          rule={rule}
          tiers={tiers}
          today={today}
          open={rule.id === open}
          onToggle={() => setOpen(rule.id === open ? undefined : rule.id)}
          onChange={(next) =>
            change({ multipliers: multipliers.map((each) => (each.id === next.id ? next : each)) })
          }
          onDelete={() => change({ multipliers: multipliers.filter((each) => each.id !== rule.id) })}
        />
      ))}
      {multipliers.length < MOST && (
        <View className="multipliers__add">
          <BusyButton id="add-multiplier" label={text.add} quiet onPress={add} />
        </View>
      )}
    </View>
  )
}

function newMultiplier(id: string): Multiplier {
  return {
    id,
    name: { zh: '', en: '' },
    rateBp: 20_000,
    when: { of: 'always' },
    goods: { of: 'all' },
    audience: { of: 'everyone' },
  }
}
