import { useState } from 'react'
import type { Day } from '@shared/kernel/day'
import { useCommand } from '@/api/useCommand'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Choices } from '../form/choices'
import { DayField } from '../form/dayField'
import { ReasonSheet } from './reasonSheet'
import type { MemberBooks } from './useMemberBooks'

type Span = 'until' | 'forever'

const SPANS: readonly Span[] = ['until', 'forever']

interface GiveLevelSheetProps {
  readonly open: boolean
  readonly books: MemberBooks
  readonly onGiven: () => Promise<void>
  readonly onClose: () => void
}

/** Which level, until when, and why: all of it before anything happens. */
export function GiveLevelSheet({ open, books, onGiven, onClose }: GiveLevelSheetProps) {
  const text = useText().books.givenLevel
  const words = useWords()
  const locale = useLocale()
  const { member, levels, given, tier, today } = books
  const [levelId, setLevelId] = useState(given?.level.id ?? (tier.isOn ? tier.current.id : ''))
  const [span, setSpan] = useState<Span>(given && given.until === null ? 'forever' : 'until')
  const [until, setUntil] = useState<Day>(given?.until ?? `${today.slice(0, 4)}-12-31`)
  const { run, working, failure } = useCommand('merchant', 'tiers.give')
  const isPast = span === 'until' && until < today
  const give = async (reason: string) => {
    const last = span === 'until' ? until : null
    if (await run({ member, levelId, until: last, reason })) await onGiven()
  }
  return (
    <ReasonSheet
      id="give-level-sheet"
      open={open}
      title={given ? text.changeTitle : text.giveTitle}
      hint={text.giveHint}
      action={{ label: text.confirmGive, working, failure, isBlocked: isPast, run: give }}
      onClose={onClose}
    >
      <Choices
        id="level"
        label={text.level}
        values={levels.map(({ id }) => id)}
        chosen={[levelId]}
        name={(id) => words(levels.find((level) => level.id === id)?.name ?? { zh: id, en: id })}
        onTap={setLevelId}
      />
      <Choices
        id="span"
        label={text.span}
        values={SPANS}
        chosen={[span]}
        name={(each) => text.spans[each]}
        onTap={setSpan}
      />
      {span === 'until' && (
        <DayField
          id="level-until"
          label={text.until}
          fault={isPast ? text.past(formatDay(today, locale)) : undefined}
          value={until}
          onChange={setUntil}
        />
      )}
    </ReasonSheet>
  )
}
