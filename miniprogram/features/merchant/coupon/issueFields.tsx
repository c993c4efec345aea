import type { CouponRules } from '@shared/rules/coupons/template'
import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'

interface IssueFieldsProps {
  readonly rules: CouponRules
  readonly hasLimitFault: boolean
  readonly onChange: (patch: Partial<CouponRules>) => void
}

const FIRST_TOTAL = 1_000

/** How many there are, for one and for all, and how they are issued. */
export function IssueFields({ rules, hasLimitFault, onChange }: IssueFieldsProps) {
  const { shop: text } = useText().coupons
  const { perMember, total, claimable, isOn } = rules
  return (
    <>
      <NumberField
        id="per-member"
        {...text.perMember}
        fault={hasLimitFault ? text.limitFault : undefined}
        value={perMember}
        min={1}
        max={100}
        onChange={(n) => onChange({ perMember: n })}
      />
      <SwitchRow
        id="has-total"
        label={text.hasTotal}
        value={total !== null}
        onChange={(has) => onChange({ total: has ? FIRST_TOTAL : null })}
      />
      {total !== null && (
        <NumberField
          id="total"
          {...text.total}
          value={total}
          min={1}
          max={100_000_000}
          onChange={(n) => onChange({ total: n })}
        />
      )}
      <SwitchRow
        id="claimable"
        label={text.isClaimable}
        hint={text.isClaimableHint}
        value={claimable}
        onChange={(can) => onChange({ claimable: can })}
      />
      <SwitchRow
        id="template-on"
        label={text.isOn}
        hint={text.isOnHint}
        value={isOn}
        onChange={(on) => onChange({ isOn: on })}
      />
    </>
  )
}
