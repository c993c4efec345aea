import { View } from '@tarojs/components'
import type { CallFailure } from '@/api/callFailure'
import { useText } from '@/i18n/useText'
import { failureWords } from './failureState'
import './failureNote.scss'

/** Under a button: why it did not work. Pressing again is the retry. */
export function FailureNote({ failure }: { readonly failure: CallFailure }) {
  return <View className="failure-note">{failureWords(failure, useText())}</View>
}
