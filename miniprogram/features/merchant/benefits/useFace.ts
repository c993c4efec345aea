import type { Benefit } from '@shared/rules/benefits/benefit'
import type { BenefitFace } from '@shared/rules/benefits/face'
import { useText } from '@/i18n/useText'
import { faceOf } from './benefitWords'

/** A benefit as members read it; one without a name yet says that. */
export function useFace(): (benefit: Benefit) => BenefitFace {
  const { unnamed } = useText().benefits
  return (benefit) => {
    const face = faceOf(benefit)
    return face.name.zh.trim() === '' ? { ...face, name: { zh: unnamed, en: unnamed } } : face
  }
}
