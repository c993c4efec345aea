import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { DiscountField } from '../benefit/givesFields'
import { RequirementFields } from '../benefit/requirementFields'
import { BilingualName } from '../form/bilingualName'
import { RadioRows } from '../form/choices'
import { AudienceFields } from '../settings/ruleFields'
import type { Stored } from '../settings/useSettings'
import type { Discount } from '../shopRules/index'
import { StackingFields } from '../form/stackingFields'
import { withKind } from './discountEdits'
import { GoodsFields } from './goodsFields'
import { WhenFields } from './whenFields'

interface DiscountFieldsProps {
  readonly discount: Discount
  readonly stored: Stored<'shop'>
  readonly onChange: (discount: Discount) => void
}

/** All that makes a discount: name, rate and days; goods, people and what it asks for; what it goes together with. */
export function DiscountFields({ discount, stored, onChange }: DiscountFieldsProps) {
  const { shopRules } = useText()
  const text = shopRules.edit
  const { tiers, categories, today } = stored
  const change = (patch: Partial<Discount>) => onChange({ ...discount, ...patch })
  return (
    <>
      <View className="card">
        <BilingualName
          id="discount-name"
          words={text}
          value={discount.name}
          onChange={(name) => change({ name })}
        />
        <DiscountField rateBp={discount.rateBp} onChange={(rateBp) => change({ rateBp })} />
        <RadioRows
          id="kind"
          values={['memberDay', 'campaign'] as const}
          chosen={discount.kind}
          name={(kind) => text.kindOf[kind]}
          hint={(kind) => text.kindHint[kind]}
          onTap={(kind) => onChange(withKind(discount, kind, today))}
        />
        <WhenFields discount={discount} today={today} onChange={onChange} />
      </View>
      <View className="card">
        <GoodsFields goods={discount.goods} categories={categories} onChange={(goods) => change({ goods })} />
        <AudienceFields
          audience={discount.audience}
          tiers={tiers}
          onChange={(audience) => change({ audience })}
        />
        <RequirementFields
          requirement={discount.requirement}
          onChange={(requirement) => change({ requirement })}
        />
      </View>
      <View className="card">
        <StackingFields
          words={shopRules}
          stacking={discount.stacking}
          onChange={(stacking) => change({ stacking })}
        />
      </View>
    </>
  )
}
