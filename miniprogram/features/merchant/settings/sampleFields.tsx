import { View } from '@tarojs/components'
import type { InputOf } from '@shared/contracts'
import { useText, useWords } from '@/i18n/useText'
import { Choices } from '../form/choices'
import { DayField } from '../form/dayField'
import { NumberField } from '../form/numberField'
import { TextField } from '../form/textField'
import type { Stored } from './useSettings'

export type Sample = InputOf<'settings.example'>['sample']
export type Tier = Stored<'earning'>['tiers'][number]

interface SampleFieldsProps {
  readonly sample: Sample
  readonly tiers: readonly Tier[]
  readonly onChange: (patch: Partial<Sample>) => void
}

/** The purchase that rules are tried on. */
export function SampleFields({ sample, tiers, onChange: change }: SampleFieldsProps) {
  const text = useText().rules.example
  const words = useWords()
  const nameOf = (id: string): string => {
    const tier = tiers.find((each) => each.id === id)
    return tier ? words(tier.name) : id
  }
  return (
    <View>
      <NumberField
        id="sample-amount"
        label={text.amount}
        unit={text.yuan}
        value={sample.amountFen}
        min={1}
        max={100_000_000}
        digits={2}
        onChange={(amountFen) => change({ amountFen })}
      />
      <Choices
        id="sample-tier"
        label={text.tier}
        values={tiers.map(({ id }) => id)}
        chosen={[sample.tier]}
        name={nameOf}
        onTap={(tier) => change({ tier })}
      />
      <DayField id="sample-day" label={text.day} value={sample.day} onChange={(day) => change({ day })} />
      <Choices
        id="sample-birthday"
        label={text.birthday}
        values={['none', 'month', 'day']}
        chosen={[sample.birthday]}
        name={(birthday) => text.birthdayOf[birthday]}
        onTap={(birthday) => change({ birthday })}
      />
      {(['category', 'product'] as const).map((field) => (
        <TextField
          key={field}
          id={`sample-${field}`}
          label={text[field]}
          placeholder={text.any}
          value={sample[field] ?? ''}
          longest={48}
          onChange={(typed) => change({ [field]: typed.trim() === '' ? null : typed })}
        />
      ))}
    </View>
  )
}
