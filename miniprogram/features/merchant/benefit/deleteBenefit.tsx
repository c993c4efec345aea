import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import { useText, useWords } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import { useFace } from '../benefits/useFace'
import './deleteBenefit.scss'

interface DeleteBenefitProps {
  readonly benefit: Benefit
  readonly onDelete: () => void
}

/** Takes a benefit out of the draft after saying what stays and what ends. */
export function DeleteBenefit({ benefit, onDelete }: DeleteBenefitProps) {
  const text = useText().benefits
  const words = useWords()
  const faceOf = useFace()
  const [asking, setAsking] = useState(false)
  return (
    <View className="delete-benefit">
      <LinkText id="delete-benefit" label={text.delete} way="none" onTap={() => setAsking(true)} />
      <ConfirmSheet
        id="delete-sheet"
        open={asking}
        title={text.deleteTitle(words(faceOf(benefit).name))}
        text={text.deleteText(text.deleteEffects[effectOf(benefit.perk)])}
        confirm={{ label: text.confirmDelete, working: false, failure: undefined, run: onDelete }}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}

/** What deleting it comes to: points that were given, coupons that were given, or something that held. */
function effectOf(perk: Perk): 'pointsOnUpgrade' | 'given' | 'held' {
  if (perk.of === 'pointsOnUpgrade') return 'pointsOnUpgrade'
  const isGiven = 'issue' in perk || perk.of === 'freeShippingQuota' || perk.of === 'birthdayDiscount'
  return isGiven ? 'given' : 'held'
}
