import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import '../settings/saveBar.scss'
import './draftBar.scss'
import { useCheck, type Check } from './useCheck'
import type { OpenDraft, SavedTiers } from './useTierDraft'

interface DraftBarProps {
  readonly draft: OpenDraft
  readonly saved: SavedTiers
  /** Which topic the page is about: who saved it last is told while nothing is changed. */
  readonly topic?: keyof SavedTiers
}

/** So many reasons are told at once; the others come when these are put right. */
const REASONS_SHOWN = 3

const toPreview = () => void Taro.navigateTo({ url: '/features/merchant/tierPreview/index' })

/** Stands at the foot of every page that edits the draft: what keeps it from being saved, and the way to the preview. */
export function DraftBar({ draft, saved, topic = 'tiers' }: DraftBarProps) {
  const text = useText().levels.bar
  if (!draft.isDirty) return <LastChanged stored={saved[topic]} />
  if (!draft.isOutrun) return <Unsaved draft={draft} />
  return (
    <View id="draft-bar" className="save-bar">
      <Text className="save-bar__fault">{text.outrun}</Text>
      <BusyButton id="load-newest" label={text.loadNewest} onPress={draft.discard} />
    </View>
  )
}

function Unsaved({ draft }: { readonly draft: OpenDraft }) {
  const text = useText().levels.bar
  const check = useCheck(draft)
  const reasons = draft.isUnfinished ? [] : (check.value?.impossible ?? [])
  const isHeld = draft.isUnfinished || reasons.length > 0
  const checking = check.isBehind && !check.failure ? text.checking : text.unsaved
  const impossible = reasons.length > 0 ? text.impossible : checking
  return (
    <View id="draft-bar" className="save-bar">
      <View className="save-bar__head">
        <Text className={isHeld ? 'save-bar__fault' : 'save-bar__words'}>
          {draft.isUnfinished ? text.unfinished : impossible}
        </Text>
        <Discard draft={draft} />
      </View>
      <Reasons reasons={reasons} draft={draft} />
      {!isHeld && <BusyButton id="to-preview" label={text.preview} onPress={toPreview} />}
      {!isHeld && check.failure && <FailureNote failure={check.failure} />}
    </View>
  )
}

interface ReasonsProps {
  readonly reasons: Check['impossible']
  readonly draft: OpenDraft
}

function Reasons({ reasons, draft }: ReasonsProps) {
  const text = useText().levels
  const words = useWords()
  const told = ({ levelId, benefitId, reason }: Check['impossible'][number]): string => {
    const place =
      draft.tiers.levels.find(({ id }) => id === levelId) ?? draft.benefits.find(({ id }) => id === benefitId)
    return place ? text.bar.ofLevel(words(place.name) || text.unnamed, words(reason)) : words(reason)
  }
  return (
    <>
      {reasons.slice(0, REASONS_SHOWN).map((reason) => (
        <Text key={`${reason.levelId} ${reason.benefitId} ${reason.code}`} className="draft-bar__reason">
          {told(reason)}
        </Text>
      ))}
      {reasons.length > REASONS_SHOWN && (
        <Text className="draft-bar__reason">{text.bar.more(reasons.length - REASONS_SHOWN)}</Text>
      )}
    </>
  )
}

function Discard({ draft }: { readonly draft: OpenDraft }) {
  const text = useText().levels.bar
  const [asking, setAsking] = useState(false)
  const discard = () => {
    setAsking(false)
    draft.discard()
  }
  return (
    <>
      <LinkText id="discard" label={text.discard} way="none" onTap={() => setAsking(true)} />
      <ConfirmSheet
        id="discard-sheet"
        open={asking}
        title={text.discardTitle}
        text={text.discardText}
        confirm={{ label: text.confirmDiscard, working: false, failure: undefined, run: discard }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function LastChanged({ stored }: { readonly stored: SavedTiers[keyof SavedTiers] }) {
  const text = useText().rules.save
  const locale = useLocale()
  const { changed, version } = stored
  const who = changed && (changed.isMe ? text.me : text.roles[changed.role])
  return (
    <View id="draft-bar" className="save-bar save-bar--quiet">
      <Text className="soft figure">
        {changed && who
          ? text.lastChanged(version, who, formatInstant(changed.at, locale))
          : text.neverChanged}
      </Text>
    </View>
  )
}
