import { useText, useWords } from '@/i18n/useText'
import { BilingualName } from '../form/bilingualName'
import { Choices } from '../form/choices'
import { GoodsNames } from '../form/goodsNames'
import { NumberField } from '../form/numberField'
import type { Tier } from './sampleFields'
import type { ValueOf } from './useSettings'

export type Multiplier = ValueOf<'earning'>['multipliers'][number]
export type Campaign = ValueOf<'campaigns'>['campaigns'][number]
type Rule = Pick<Multiplier, 'id' | 'name' | 'rateBp' | 'goods' | 'audience'>

interface RuleFieldsProps {
  readonly rule: Rule
  readonly tiers: readonly Tier[]
  readonly onChange: (patch: Partial<Rule>) => void
}

/** What a multiplier and a campaign have in common: name and rate, for which goods, for whom. */
export function RuleHeadFields({ rule, onChange }: Omit<RuleFieldsProps, 'tiers'>) {
  const text = useText().rules.field
  const { name } = rule
  return (
    <>
      <BilingualName id="rule-name" words={text} value={name} onChange={(each) => onChange({ name: each })} />
      <NumberField
        id="rule-rate"
        label={text.rate}
        unit={text.times}
        value={rule.rateBp}
        min={10_001}
        max={1_000_000}
        digits={4}
        onChange={(rateBp) => onChange({ rateBp })}
      />
    </>
  )
}

/** For which goods, and for whom. Whom nobody can be yet is not offered. */
export function RuleScopeFields({ rule, tiers, onChange }: RuleFieldsProps) {
  return (
    <>
      <GoodsFields goods={rule.goods} onChange={(goods) => onChange({ goods })} />
      <AudienceFields
        audience={rule.audience}
        tiers={tiers}
        onChange={(audience) => onChange({ audience })}
      />
    </>
  )
}

const NO_GOODS: { readonly [Of in Rule['goods']['of']]: Extract<Rule['goods'], { of: Of }> } = {
  all: { of: 'all' },
  categories: { of: 'categories', categories: [] },
  products: { of: 'products', products: [] },
}

function GoodsFields({
  goods,
  onChange,
}: {
  readonly goods: Rule['goods']
  readonly onChange: (goods: Rule['goods']) => void
}) {
  const text = useText().rules.field
  return (
    <>
      <Choices
        id="rule-goods"
        label={text.goods}
        values={['all', 'categories', 'products']}
        chosen={[goods.of]}
        name={(of) => text.goodsOf[of]}
        onTap={(of) => of !== goods.of && onChange(NO_GOODS[of])}
      />
      {goods.of !== 'all' && (
        <GoodsNames
          id="rule-goods-names"
          label={text.goodsOf[goods.of]}
          hint={text.goodsHint[goods.of]}
          goods={goods}
          onChange={onChange}
        />
      )}
    </>
  )
}

/** For whom. A level that is gone can still be taken out. */
export function AudienceFields({
  audience,
  tiers,
  onChange,
}: {
  readonly audience: Rule['audience']
  readonly tiers: readonly Tier[]
  readonly onChange: (audience: Rule['audience']) => void
}) {
  const text = useText().rules.field
  const words = useWords()
  const chosen = audience.of === 'tiers' ? audience.tiers : []
  const toggle = (id: string) =>
    onChange({
      of: 'tiers',
      tiers: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    })
  return (
    <>
      <Choices
        id="rule-audience"
        label={text.audience}
        values={['everyone', 'tiers'] as const}
        chosen={audience.of === 'everyone' || audience.of === 'tiers' ? [audience.of] : []}
        name={(of) => text.audienceOf[of]}
        onTap={(of) =>
          of !== audience.of && onChange(of === 'tiers' ? { of, tiers: [] } : { of: 'everyone' })
        }
      />
      {audience.of === 'tiers' && (
        <Choices
          id="rule-tier"
          label={text.audienceOf.tiers}
          fault={chosen.length === 0 ? text.needTier : undefined}
          values={[...new Set([...tiers.map(({ id }) => id), ...chosen])]}
          chosen={chosen}
          name={(id) => words(tiers.find((tier) => tier.id === id)?.name ?? { zh: id, en: id })}
          onTap={toggle}
        />
      )}
    </>
  )
}
