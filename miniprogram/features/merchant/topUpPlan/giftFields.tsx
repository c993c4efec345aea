import { View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import { Choices } from '../form/choices'
import { NumberField } from '../form/numberField'
import type { Stored } from '../settings/useSettings'
import type { Plan } from './index'

const MOST_FEN = 10_000_000
const MOST_COUNT = 1_000_000
const MOST_COUPON_KINDS = 5

interface GiftFieldsProps {
  readonly plan: Plan
  readonly templates: Stored<'wallet'>['templates']
  readonly change: (patch: Partial<Plan>) => void
}

/** What is paid, and all that comes on top. */
export function GiftFields({ plan, templates, change }: GiftFieldsProps) {
  const text = useText().wallet.shop
  const { payFen, gift } = plan
  const set = (patch: Partial<Plan['gift']>) => change({ gift: { ...gift, ...patch } })
  return (
    <>
      <NumberField
        id="plan-pay"
        label={text.pay}
        unit={text.yuan}
        value={payFen}
        min={1}
        max={MOST_FEN}
        digits={2}
        onChange={(fen) => change({ payFen: fen })}
      />
      <NumberField
        id="plan-bonus"
        label={text.bonus}
        unit={text.yuan}
        value={gift.bonusFen}
        min={0}
        max={MOST_FEN}
        digits={2}
        onChange={(bonusFen) => set({ bonusFen })}
      />
      <NumberField
        id="plan-points"
        label={text.givePoints}
        value={gift.points}
        min={0}
        max={MOST_COUNT}
        onChange={(points) => set({ points })}
      />
      <NumberField
        id="plan-growth"
        label={text.giveGrowth}
        value={gift.growth}
        min={0}
        max={MOST_COUNT}
        onChange={(growth) => set({ growth })}
      />
      <CouponFields coupons={gift.coupons} templates={templates} onChange={(coupons) => set({ coupons })} />
    </>
  )
}

interface CouponFieldsProps {
  readonly coupons: Plan['gift']['coupons']
  readonly templates: Stored<'wallet'>['templates']
  readonly onChange: (coupons: Plan['gift']['coupons']) => void
}

function CouponFields({ coupons, templates, onChange }: CouponFieldsProps) {
  const text = useText().wallet.shop
  const words = useWords()
  if (templates.length === 0) return <View className="soft">{text.noTemplates}</View>
  const nameOf = (id: string): string => {
    const template = templates.find((each) => each.id === id)
    return template ? `${words(template.name)} ${words(template.worth)}` : id
  }
  const toggle = (templateId: string) => {
    const others = coupons.filter((each) => each.templateId !== templateId)
    const isThere = others.length < coupons.length
    if (!isThere && coupons.length >= MOST_COUPON_KINDS) return
    onChange(isThere ? others : [...coupons, { templateId, count: 1 }])
  }
  return (
    <>
      <Choices
        id="plan-coupon"
        label={text.coupons}
        values={templates.map(({ id }) => id)}
        chosen={coupons.map(({ templateId }) => templateId)}
        name={nameOf}
        onTap={toggle}
      />
      {coupons.map(({ templateId, count }) => (
        <NumberField
          key={templateId}
          id={`coupon-count-${templateId}`}
          label={`${nameOf(templateId)} · ${text.couponCount}`}
          value={count}
          min={1}
          max={20}
          onChange={(next) =>
            onChange(
              coupons.map((each) => (each.templateId === templateId ? { ...each, count: next } : each)),
            )
          }
        />
      ))}
    </>
  )
}
