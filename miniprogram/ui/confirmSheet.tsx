import type { ReactNode } from 'react'
import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import type { CallFailure } from '@/api/callFailure'
import { useText } from '@/i18n/useText'
import { BusyButton } from './busyButton'
import { FailureNote } from './failureNote'
import './confirmSheet.scss'

interface ConfirmSheetProps {
  readonly id: string
  readonly open: boolean
  readonly title: string
  readonly text: string
  /** Absent when the sheet only tells something. */
  readonly confirm?: {
    readonly label: string
    readonly working: boolean
    readonly failure: CallFailure | undefined
    readonly run: () => void
  }
  readonly closeLabel?: string
  readonly onClose: () => void
}

/** Says what is about to happen and what it means, before it does. */
export function ConfirmSheet({ id, open, title, text, confirm, closeLabel, onClose }: ConfirmSheetProps) {
  const words = useText()
  return (
    <Popup visible={open} position="bottom" round lockScroll onClose={onClose} className="explain-popup">
      <View id={id} className="confirm-sheet">
        <Text className="confirm-sheet__title figure">{title}</Text>
        <Text className="confirm-sheet__text figure">{text}</Text>
        {confirm?.failure && <FailureNote failure={confirm.failure} />}
        <View className="confirm-sheet__actions">
          {confirm && (
            <Action>
              <BusyButton
                id={`${id}-confirm`}
                label={confirm.label}
                working={confirm.working}
                onPress={confirm.run}
              />
            </Action>
          )}
          <Action>
            <BusyButton
              id={`${id}-close`}
              label={closeLabel ?? words.common.cancel}
              quiet
              onPress={onClose}
            />
          </Action>
        </View>
      </View>
    </Popup>
  )
}

function Action({ children }: { readonly children: ReactNode }) {
  return <View className="confirm-sheet__action">{children}</View>
}
