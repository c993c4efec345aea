import { BP_ONE } from '@shared/kernel/rate'
import type { Perk } from '@shared/rules/benefits/benefit'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import type { Kind } from '../benefits/benefitEdits'
import { NumberField } from '../form/numberField'

/** A number of a kind: its field in the perk, which is its name in the texts too, and its bounds. */
interface Amount {
  readonly field: 'points' | 'amountFen' | 'coupons' | 'validDays' | 'perMonth' | 'days' | 'hours'
  readonly max: number
  readonly digits?: number
}

const validDays: Amount = { field: 'validDays', max: 3_660 }

/** The numbers of each kind that are more than nothing; rates are typed in their own way. */
const AMOUNTS: Partial<Record<Kind, readonly Amount[]>> = {
  pointsOnUpgrade: [{ field: 'points', max: 1_000_000 }],
  voucher: [{ field: 'amountFen', max: 10_000_000, digits: 2 }, validDays],
  freeShippingCoupon: [{ field: 'coupons', max: 100 }, validDays],
  freeShippingQuota: [{ field: 'perMonth', max: 1_000 }],
  extendedReturns: [{ field: 'days', max: 3_660 }],
  earlyAccess: [{ field: 'hours', max: 8_784 }],
}

interface GivesFieldsProps {
  readonly perk: Perk
  readonly onChange: (perk: Perk) => void
}

/** How much of it: the numbers of a kind. */
export function GivesFields({ perk, onChange }: GivesFieldsProps) {
  const text = useText().benefits
  if (perk.of === 'discount' || perk.of === 'birthdayDiscount')
    return <DiscountField rateBp={perk.rateBp} onChange={(rateBp) => onChange({ ...perk, rateBp })} />
  if (perk.of === 'pointsMultiplier')
    return <TimesField rateBp={perk.rateBp} onChange={(rateBp) => onChange({ ...perk, rateBp })} />
  const values = perk as Perk & Readonly<Record<Amount['field'], number>>
  return (
    <>
      {AMOUNTS[perk.of]?.map(({ field, max, digits }) => (
        <NumberField
          key={field}
          id={`perk-${field}`}
          {...text[field]}
          value={values[field]}
          min={1}
          max={max}
          digits={digits}
          onChange={(value) => onChange({ ...perk, [field]: value })}
        />
      ))}
    </>
  )
}

/** A discount of less or more than these is nobody's intention. */
const LEAST_RATE_BP = 100
const MOST_RATE_BP = 9_990

interface RateFieldProps {
  readonly rateBp: number
  readonly onChange: (rateBp: number) => void
}

/** In Chinese what is left of the price, in tenths (9.5 折); in English what is taken off it, in hundredths. */
export function DiscountField({ rateBp, onChange }: RateFieldProps) {
  const text = useText().benefits
  const isChinese = useLocale() === 'zh'
  const turned = (rate: number): number => (isChinese ? rate : BP_ONE - rate)
  const [min, max] = isChinese ? [LEAST_RATE_BP, MOST_RATE_BP] : [turned(MOST_RATE_BP), turned(LEAST_RATE_BP)]
  return (
    <NumberField
      // What was typed in one language is no number of the other.
      key={isChinese ? 'left' : 'off'}
      id="perk-rate"
      {...text.rateBp}
      value={turned(rateBp)}
      min={min}
      max={max}
      digits={isChinese ? 3 : 2}
      onChange={(typed) => onChange(turned(typed))}
    />
  )
}

function TimesField({ rateBp, onChange }: RateFieldProps) {
  const text = useText().benefits
  return (
    <NumberField
      id="perk-times"
      {...text.times}
      hint={text.timesHint}
      value={rateBp}
      min={10_001}
      max={1_000_000}
      digits={4}
      onChange={onChange}
    />
  )
}
