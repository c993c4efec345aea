import { useState, type PropsWithChildren } from 'react'
import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import type { CallFailure } from '@/api/callFailure'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { TextField } from '../form/textField'
import './reasonSheet.scss'

const LONGEST_REASON = 60

interface ReasonSheetProps {
  readonly id: string
  readonly open: boolean
  readonly title: string
  readonly hint: string
  readonly action: {
    readonly label: string
    readonly working: boolean
    readonly failure: CallFailure | undefined
    /** Something else in the sheet is not right yet. */
    readonly isBlocked?: boolean
    readonly run: (reason: string) => Promise<void>
  }
  readonly onClose: () => void
}

/** Something that the shop does to a member, which takes a reason that the member can read. */
export function ReasonSheet(props: PropsWithChildren<ReasonSheetProps>) {
  const { id, open, title, hint, action, onClose, children } = props
  const text = useText()
  const words = text.books.givenLevel
  const [reason, setReason] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = reason.trim() === ''
  const press = () => {
    setIsAsked(isMissing)
    if (isMissing || action.isBlocked) return
    void action.run(reason.trim())
  }
  return (
    <Popup visible={open} position="bottom" round lockScroll onClose={onClose} className="explain-popup">
      <View id={id} className="reason-sheet">
        <Text className="reason-sheet__title">{title}</Text>
        <Text className="soft">{hint}</Text>
        {children}
        <TextField
          id={`${id}-reason`}
          label={words.reason}
          placeholder={words.reasonPlaceholder}
          fault={isAsked && isMissing ? words.reasonMissing : undefined}
          value={reason}
          longest={LONGEST_REASON}
          onChange={setReason}
        />
        {action.failure && <FailureNote failure={action.failure} />}
        <View className="reason-sheet__actions">
          <BusyButton id={`${id}-confirm`} label={action.label} working={action.working} onPress={press} />
          <BusyButton id={`${id}-close`} label={text.common.cancel} quiet onPress={onClose} />
        </View>
      </View>
    </Popup>
  )
}
