import { Text, View } from '@tarojs/components'
import { formatDayShort, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { giftWords } from '../giftWords'
import type { Wallet } from '../walletHead'
import './planCard.scss'

interface PlanCardProps {
  readonly plan: Wallet['plans'][number]
  readonly isChosen: boolean
  readonly onTap: () => void
}

/** A plan with what it gives set large; one that can't be had says why. */
export function PlanCard({ plan, isChosen, onTap }: PlanCardProps) {
  const text = useText()
  const words = useText().wallet.topUp
  const say = useWords()
  const locale = useLocale()
  const { id, name, payFen, gift, to, isFirstOnly, refusal } = plan
  const more = giftWords(gift, text, say)
  const notes = [
    ...(isFirstOnly ? [words.firstOnly] : []),
    ...(to ? [words.until(formatDayShort(to, locale))] : []),
  ]
  const state = refusal ? 'plan-card--closed' : isChosen ? 'plan-card--chosen' : ''
  return (
    <Tap id={`plan-${id}`} className={`card plan-card ${state}`} onTap={() => !refusal && onTap()}>
      <View className="plan-card__head figure">
        <View className="plan-card__words">
          <Text className="plan-card__name">{say(name)}</Text>
          <Text className="soft">{words.pay(formatMoney(payFen))}</Text>
        </View>
        {gift.bonusFen > 0 && (
          <Text className="plan-card__bonus">{words.gives(formatMoney(gift.bonusFen))}</Text>
        )}
      </View>
      {more.length > 0 && <Text className="plan-card__more figure">{more.join(' · ')}</Text>}
      {notes.length > 0 && <Text className="soft figure">{notes.join(' · ')}</Text>}
      {refusal && <Text className="plan-card__refusal">{say(refusal.words)}</Text>}
    </Tap>
  )
}
