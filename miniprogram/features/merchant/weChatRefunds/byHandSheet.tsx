import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { InputOf } from '@shared/contracts'
import type { Command } from '@/api/useCommand'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { RisingSheet, SheetFrame } from '@/ui/bottomSheet'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { TextField } from '../form/textField'
import type { WeChatRefund } from './useWeChatRefunds'
import './byHandSheet.scss'

const SHORTEST = 2
const LONGEST = 200

interface ByHandSheetProps {
  readonly refund: WeChatRefund | undefined
  readonly command: Command<InputOf<'payments.settleRefundByHand'>, unknown>
  readonly onClose: () => void
}

/** Says what paying it out means, and asks how it was done. */
export function ByHandSheet({ refund, command, onClose }: ByHandSheetProps) {
  const text = useText().payments.refunds
  return (
    <RisingSheet id="by-hand-sheet" open={refund !== undefined} onClose={onClose}>
      {refund && (
        <SheetFrame
          closeId="close-by-hand"
          title={text.byHandTitle(formatMoney(refund.refundFen))}
          onClose={onClose}
        >
          <Form refund={refund} command={command} onClose={onClose} />
        </SheetFrame>
      )}
    </RisingSheet>
  )
}

type FormProps = ByHandSheetProps & { readonly refund: WeChatRefund }

function Form({ refund: { id, fault }, command, onClose }: FormProps) {
  const text = useText().payments.refunds
  const [note, setNote] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isMissing = note.trim().length < SHORTEST
  const settle = async () => {
    setIsAsked(isMissing)
    if (!isMissing && (await command.run({ id, note: note.trim() }))) onClose()
  }
  return (
    <View className="by-hand">
      <Text>{text.byHandHint}</Text>
      {fault === 'abnormal' && <Text className="soft">{text.byHandAbnormal}</Text>}
      <TextField
        id="by-hand-note"
        label={text.note}
        placeholder={text.notePlaceholder}
        fault={isAsked && isMissing ? text.noteMissing : undefined}
        value={note}
        longest={LONGEST}
        onChange={setNote}
      />
      {command.failure && <FailureNote failure={command.failure} />}
      <BusyButton
        id="by-hand-confirm"
        label={text.byHandConfirm}
        working={command.working}
        onPress={() => void settle()}
      />
    </View>
  )
}
