import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import type { OpenDraft } from '../tiers/useTierDraft'
import { BenefitTap } from './benefitTap'

/** Benefits whose level is not there any more: nothing can be saved until they are gone. */
export function Orphans({ draft }: { readonly draft: OpenDraft }) {
  const text = useText().benefits
  const orphans = draft.benefits.filter(({ levelId }) => !draft.tiers.levels.some(({ id }) => id === levelId))
  if (orphans.length === 0) return null
  return (
    <View className="card">
      <Text className="card-title">{text.orphans}</Text>
      <View className="soft">{text.orphansHint}</View>
      {orphans.map((benefit) => (
        <BenefitTap key={benefit.id} benefit={benefit} />
      ))}
    </View>
  )
}
