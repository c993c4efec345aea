import { Text, View } from '@tarojs/components'
import type { Words } from '@shared/kernel/words'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import './agreement.scss'

interface AgreementProps {
  readonly sentences: readonly Words[]
  readonly isAgreed: boolean
  readonly onChange: (isAgreed: boolean) => void
}

/** What is agreed to before paying, whole, and the agreeing itself. */
export function Agreement({ sentences, isAgreed, onChange }: AgreementProps) {
  const text = useText().wallet.topUp
  const words = useWords()
  return (
    <View className="card agreement">
      <Text className="card-title">{text.agreement}</Text>
      {sentences.map((sentence) => (
        <Text key={sentence.en} className="agreement__sentence">
          {words(sentence)}
        </Text>
      ))}
      <Tap id="agree" className="agreement__agree" onTap={() => onChange(!isAgreed)}>
        <View className={`agreement__box ${isAgreed ? 'agreement__box--on' : ''}`} />
        <Text>{text.agree}</Text>
      </Tap>
    </View>
  )
}
