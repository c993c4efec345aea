import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { useQuery } from '@/api/useQuery'
import { formatCount } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { LinkText } from '@/ui/linkText'
import { withoutLevel } from '../tiers/levelEdits'
import type { OpenDraft } from '../tiers/useTierDraft'
import './deleteLevel.scss'

interface DeleteLevelProps {
  readonly level: Level
  readonly draft: OpenDraft
  readonly onDeleted: () => void
}

/** Takes a level out of the draft after saying what goes with it. */
export function DeleteLevel({ level, draft, onDeleted }: DeleteLevelProps) {
  const text = useText().levels
  const words = useWords()
  const overview = useQuery('merchant', 'overview.read', {}).value
  const [asking, setAsking] = useState(false)
  const nameOf = ({ name }: Level): string => words(name) || name.zh || text.unnamed
  const members = overview?.membersByTier.find(({ tier }) => tier.id === level.id)?.members ?? 0
  const benefits = draft.benefits.filter(({ levelId }) => levelId === level.id).length
  const [lowest, next] = draft.tiers.levels
  const told = [
    members > 0 ? text.level.deleteMembers(formatCount(members)) : text.level.deleteNobody,
    benefits > 0 ? text.level.deleteBenefits(benefits) : '',
    lowest === level && next ? text.level.deleteLowest(nameOf(next)) : '',
    text.level.deleteDraft,
  ]
  const remove = () => {
    setAsking(false)
    draft.edit(withoutLevel(draft, level.id))
    onDeleted()
  }
  return (
    <View className="delete-level">
      <LinkText id="delete-level" label={text.level.delete} way="none" onTap={() => setAsking(true)} />
      <ConfirmSheet
        id="delete-sheet"
        open={asking}
        title={text.level.deleteTitle(nameOf(level))}
        text={told.filter(Boolean).join(' ')}
        confirm={{ label: text.level.confirmDelete, working: false, failure: undefined, run: remove }}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}
