import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { Day } from '@shared/kernel/day'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { DatePicker } from '@/ui/datePicker'
import { LinkRow } from '@/ui/linkRow'

const FIRST: Day = '1900-01-01'
/** Where the wheel stands for who has said nothing yet. */
const USUAL: Day = '1990-01-01'

interface BirthdayRowProps {
  readonly birthday: Extract<OutputOf<'home.read'>, { state: 'member' }>['birthday']
  readonly today: Day
  readonly onChanged: () => Promise<void>
}

/** The birthday, set here; while it may not be changed, from when on it may. */
export function BirthdayRow({ birthday, today, onChanged }: BirthdayRowProps) {
  const text = useText()
  const locale = useLocale()
  const [chosen, setChosen] = useState<Day>()
  const isLocked = birthday !== null && birthday.changeableFrom > today
  const row = {
    id: 'birthday-row',
    label: text.birthday.title,
    value: birthday ? formatDay(birthday.day, locale) : text.birthday.unset,
  }
  if (isLocked) return <LockedRow row={row} changeableFrom={birthday.changeableFrom} />
  return (
    <>
      <DatePicker value={birthday?.day ?? USUAL} first={FIRST} last={today} onChange={setChosen}>
        <LinkRow {...row} />
      </DatePicker>
      <Confirm chosen={chosen} onClose={() => setChosen(undefined)} onChanged={onChanged} />
    </>
  )
}

interface ConfirmProps {
  readonly chosen: Day | undefined
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

function Confirm({ chosen, onClose, onChanged }: ConfirmProps) {
  const text = useText()
  const locale = useLocale()
  const { run, working, failure } = useCommand('shopper', 'member.setBirthday')
  const save = async (birthday: Day) => {
    if (!(await run({ birthday }))) return
    onClose()
    void Taro.showToast({ title: text.birthday.saved, icon: 'none' })
    await onChanged()
  }
  return (
    <ConfirmSheet
      id="birthday-sheet"
      open={chosen !== undefined}
      title={chosen ? text.birthday.confirmTitle(formatDay(chosen, locale)) : ''}
      text={text.birthday.confirm}
      confirm={{
        label: text.birthday.save,
        working,
        failure,
        run: () => {
          if (chosen) void save(chosen)
        },
      }}
      onClose={onClose}
    />
  )
}

interface LockedRowProps {
  readonly row: { readonly id: string; readonly label: string; readonly value: string }
  readonly changeableFrom: Day
}

function LockedRow({ row, changeableFrom }: LockedRowProps) {
  const text = useText()
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  return (
    <>
      <LinkRow {...row} onTap={() => setOpen(true)} />
      <ConfirmSheet
        id="birthday-locked"
        open={open}
        title={text.birthday.title}
        text={text.birthday.locked(formatDay(changeableFrom, locale))}
        closeLabel={text.birthday.understood}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
