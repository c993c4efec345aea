import type { OutputOf } from '@shared/contracts'
import type { CouponAudience } from '@shared/rules/coupons/template'
import { useText, useWords } from '@/i18n/useText'
import { Choices } from '../form/choices'

interface AudienceFieldsProps {
  readonly audience: CouponAudience
  readonly tiers: OutputOf<'couponTemplates.read'>['tiers']
  readonly onChange: (audience: CouponAudience) => void
}

/** Who can have it, and use it. */
export function AudienceFields({ audience, tiers, onChange }: AudienceFieldsProps) {
  const { shop: text } = useText().coupons
  const words = useWords()
  const chosen = audience.of === 'levels' ? audience.levels : []
  const toggle = (id: string) =>
    onChange({
      of: 'levels',
      levels: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    })
  return (
    <>
      <Choices
        id="who"
        label={text.who}
        values={['everyone', 'levels'] as const}
        chosen={[audience.of]}
        name={(of) => text.whoOf[of]}
        onTap={(of) =>
          of !== audience.of && onChange(of === 'levels' ? { of, levels: [] } : { of: 'everyone' })
        }
      />
      {audience.of === 'levels' && (
        <Choices
          id="level"
          label={text.levels}
          fault={chosen.length === 0 ? text.needLevel : undefined}
          values={tiers.map(({ id }) => id)}
          chosen={chosen}
          name={(id) => words(tiers.find((tier) => tier.id === id)?.name ?? { zh: id, en: id })}
          onTap={toggle}
        />
      )}
    </>
  )
}
