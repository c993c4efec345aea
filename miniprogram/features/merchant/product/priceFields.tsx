import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { OptionalNumber } from '../assistant/optionalNumber'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import { combinations, withVariant, type Rules, type Variant } from './productRows'
import type { Stored } from './useProductEditor'
import './priceFields.scss'

const MOST_FEN = 100_000_000

interface PriceFieldsProps {
  readonly rules: Rules
  readonly levels: Stored['levels']
  readonly onChange: (rules: Rules) => void
}

/** What each combination costs, and what members pay for it. */
export function PriceFields({ rules, levels, onChange }: PriceFieldsProps) {
  const text = useText().goods.edit
  const all = combinations(rules)
  return (
    <View className="card">
      <View className="card-title">{text.prices}</View>
      {all.map(({ choice, variant }, at) => (
        <Combination
          key={choice.join(':')}
          at={at}
          rules={rules}
          choice={choice}
          variant={variant}
          levels={levels}
          onChange={(next) => onChange(withVariant(rules, choice, next))}
        />
      ))}
    </View>
  )
}

interface CombinationProps {
  readonly at: number
  readonly rules: Rules
  readonly choice: readonly string[]
  readonly variant: Variant | null
  readonly levels: Stored['levels']
  readonly onChange: (variant: Variant | null) => void
}

function Combination({ at, rules, choice, variant, levels, onChange }: CombinationProps) {
  const text = useText().goods.edit
  const words = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const name = rules.options
    .map(({ values }, place) => values.find(({ id }) => id === choice[place])?.name)
    .map((value) => (value ? words(value) || value.zh : ''))
    .join(' · ')
  const fresh: Variant = { choice: [...choice], priceFen: NaN, memberPricesFen: {} }
  const set = variant && Object.keys(variant.memberPricesFen).length
  return (
    <View className="price-fields">
      {choice.length > 0 && (
        <SwitchRow
          id={`sold-${at}`}
          label={name}
          hint={text.sold}
          value={variant !== null}
          onChange={(isSold) => onChange(isSold ? fresh : null)}
        />
      )}
      {variant && (
        <NumberField
          id={`price-${at}`}
          label={text.price}
          unit={text.yuan}
          value={variant.priceFen}
          min={1}
          max={MOST_FEN}
          digits={2}
          onChange={(priceFen) => onChange({ ...variant, priceFen })}
        />
      )}
      {variant && (
        <LinkRow
          id={`member-prices-${at}`}
          label={text.memberPrices}
          value={text.memberPricesHint(set ?? 0)}
          onTap={() => setIsOpen(!isOpen)}
        />
      )}
      {variant && isOpen && <MemberPrices at={at} variant={variant} levels={levels} onChange={onChange} />}
    </View>
  )
}

function MemberPrices({
  at,
  variant,
  levels,
  onChange,
}: Omit<CombinationProps, 'rules' | 'choice' | 'variant'> & { readonly variant: Variant }) {
  const text = useText().goods.edit
  const words = useWords()
  const { memberPricesFen, priceFen } = variant
  const set = (level: string, fen: number | null) => {
    const others = Object.fromEntries(Object.entries(memberPricesFen).filter(([id]) => id !== level))
    onChange({ ...variant, memberPricesFen: fen === null ? others : { ...others, [level]: fen } })
  }
  return (
    <View>
      <Text className="soft">{text.memberPricesNote}</Text>
      {levels.map(({ id, name }) => (
        <OptionalNumber
          key={id}
          id={`member-price-${at}-${id}`}
          label={text.memberPrice(words(name))}
          unit={text.yuan}
          value={memberPricesFen[id] ?? null}
          min={1}
          max={priceFen > 0 ? priceFen : MOST_FEN}
          digits={2}
          onChange={(fen) => set(id, fen)}
        />
      ))}
    </View>
  )
}
