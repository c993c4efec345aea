import { Text, View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import type { Quoted } from './choices'
import './changes.scss'

/** What is no longer as it was shown, one by one. */
export function Changes({ changes }: { readonly changes: Quoted['changes'] }) {
  const text = useText().checkout
  const words = useWords()
  if (changes.length === 0) return null
  return (
    <View id="quote-changes" className="changes figure">
      <Text className="changes__title">{text.changed}</Text>
      {changes.map((change) => (
        <Text key={words(change)}>{words(change)}</Text>
      ))}
    </View>
  )
}
