import { useState } from 'react'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { TemplateChoice } from '../giveCoupons/templateChoice'
import { ReasonSheet } from './reasonSheet'

interface GiveCouponSheetProps {
  readonly member: string
  readonly onGiven: () => Promise<void>
  readonly onClose: () => void
}

/** Which coupon, and why. */
export function GiveCouponSheet({ member, onGiven, onClose }: GiveCouponSheetProps) {
  const { shop } = useText().coupons
  const text = shop.member
  const [template, setTemplate] = useState<string>()
  const { run, working, failure } = useCommand('merchant', 'coupons.give')
  const give = async (reason: string) => {
    if (template !== undefined && (await run({ member, template, reason }))) await onGiven()
  }
  return (
    <ReasonSheet
      id="give-coupon-sheet"
      open
      title={text.giveTitle}
      hint={text.giveHint}
      action={{ label: text.confirm, working, failure, isBlocked: template === undefined, run: give }}
      onClose={onClose}
    >
      <TemplateChoice
        chosen={template}
        fault={template === undefined ? shop.file.needTemplate : undefined}
        onChoose={setTemplate}
      />
    </ReasonSheet>
  )
}
