import { Fragment } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Change, Earning } from './index'

const BEHAVIOURS = [
  { behaviour: 'order', label: 'capOrder', first: 1_000 },
  { behaviour: 'checkin', label: 'capCheckin', first: 30 },
] as const

/** The most points that a member earns on a day, by what they do. */
export function DailyCaps({ value, change }: { readonly value: Earning; readonly change: Change }) {
  const text = useText().rules.earning
  const units = useText().units
  const { dailyCaps } = value
  const without = (behaviour: string) =>
    Object.fromEntries(Object.entries(dailyCaps).filter(([other]) => other !== behaviour))
  return (
    <View className="card">
      <Text className="card-title">{text.dailyCaps}</Text>
      {BEHAVIOURS.map(({ behaviour, label, first }) => {
        const cap = dailyCaps[behaviour]
        return (
          <Fragment key={behaviour}>
            <SwitchRow
              id={`daily-cap-${behaviour}`}
              label={text[label]}
              value={cap !== undefined}
              onChange={(on) =>
                change({ dailyCaps: on ? { ...dailyCaps, [behaviour]: first } : without(behaviour) })
              }
            />
            {cap !== undefined && (
              <NumberField
                id={`daily-cap-${behaviour}-points`}
                label={text.perDay}
                unit={units.points}
                value={cap}
                min={0}
                max={1_000_000}
                onChange={(most) => change({ dailyCaps: { ...dailyCaps, [behaviour]: most } })}
              />
            )}
          </Fragment>
        )
      })}
    </View>
  )
}
