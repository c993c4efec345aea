import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Words } from '@shared/kernel/words'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { SwitchRow } from '../form/switchRow'
import type { OpenDraft } from '../tiers/useTierDraft'
import { applyProposal, countsLastYear, keepsByTotal, levelsAdded, levelsGone } from './applyProposal'
import type { Proposed } from './useProposal'

interface ApplyCardProps {
  readonly proposed: Proposed
  readonly draft: OpenDraft
}

const LEVELS = '/features/merchant/tiers/index'

/** Back to the levels where this page was opened from them. */
function toLevels(): void {
  // WeChat's routes have no slash in front, a browser's have one, and a query.
  const below = Taro.getCurrentPages().at(-2)?.route ?? ''
  const isBelow = below.includes(LEVELS.slice(1))
  void (isBelow ? Taro.navigateBack() : Taro.redirectTo({ url: LEVELS }))
}

/** What a proposal would make of the draft, said before it is done. */
export function ApplyCard({ proposed, draft }: ApplyCardProps) {
  const text = useText().assistant.apply
  const [wantsYear, setWantsYear] = useState(false)
  const [asking, setAsking] = useState(false)
  const fits = countsLastYear(draft.tiers) && keepsByTotal(draft.tiers)
  const isYearly = wantsYear && !fits
  const changes = useChanges(proposed, draft, isYearly)
  const apply = () => {
    setAsking(false)
    draft.edit(applyProposal(draft, proposed, isYearly))
    void Taro.showToast({ title: text.done, icon: 'none' })
    toLevels()
  }
  return (
    <View id="apply" className="card">
      <Text className="card-title">{text.title}</Text>
      <View className="soft">{text.lead}</View>
      {fits ? (
        <View className="proposal__line">{text.isYearly}</View>
      ) : (
        <View className="apply__year">
          <SwitchRow
            id="apply-yearly"
            label={text.yearly}
            hint={text.yearlyHint}
            value={wantsYear}
            onChange={setWantsYear}
          />
        </View>
      )}
      {changes.map((change) => (
        <View key={change} className="proposal__line">
          {change}
        </View>
      ))}
      <View className="proposal__act">
        <BusyButton id="apply-button" label={text.button} onPress={() => setAsking(true)} />
      </View>
      <ConfirmSheet
        id="apply-sheet"
        open={asking}
        title={text.confirmTitle}
        text={[...(draft.isDirty ? [text.overDraft] : []), ...changes, text.lead].join('\n')}
        confirm={{ label: text.confirm, working: false, failure: undefined, run: apply }}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}

/** What becomes of the draft, sentence by sentence. */
function useChanges(
  { proposal, newLevels }: Proposed,
  draft: OpenDraft,
  isYearly: boolean,
): readonly string[] {
  const { apply: text, list } = useText().assistant
  const words = useWords()
  const names = (levels: readonly { readonly name: Words }[]) =>
    levels.map(({ name }) => words(name) || name.zh).join(list)
  const kept = draft.tiers.levels.slice(1, proposal.levels.length + 1)
  const [added, gone] = [levelsAdded(draft, proposal, newLevels), levelsGone(draft, proposal)]
  return [
    ...(kept.length > 0 ? [text.conditions(names(kept))] : []),
    ...(added.length > 0 ? [text.added(names(added))] : []),
    ...(gone.length > 0 ? [text.gone(names(gone))] : []),
    ...(isYearly || countsLastYear(draft.tiers) ? [] : [text.notYearly]),
    ...(isYearly || keepsByTotal(draft.tiers) ? [] : [text.noKeep]),
  ]
}
