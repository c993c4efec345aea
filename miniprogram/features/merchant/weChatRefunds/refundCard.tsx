import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { LinkText } from '@/ui/linkText'
import type { WeChatRefund } from './useWeChatRefunds'
import './refundCard.scss'

interface RefundCardProps {
  readonly refund: WeChatRefund
  readonly retrying: boolean
  readonly onRetry: () => void
  readonly onByHand: () => void
}

/** One refund: what it is of, how it stands and why, and what a person can do. */
export function RefundCard({ refund, retrying, onRetry, onByHand }: RefundCardProps) {
  const { payments, books } = useText()
  const locale = useLocale()
  const text = payments.refunds
  const { id, forId, member, why, refundFen, state, fault, said, createdAt, nextTryAt } = refund
  const toMember = () =>
    void Taro.navigateTo({ url: `/features/merchant/memberBooks/index?member=${encodeURIComponent(member)}` })
  return (
    <View id={`refund-${id}`} className="card refund-card">
      <View className="card-head">
        <Text className="refund-card__amount figure">{formatMoney(refundFen)}</Text>
        <Text className={`refund-card__state refund-card__state--${state}`}>{payments.states[state]}</Text>
      </View>
      <Text className="figure">{text.of[refund.for](forId)}</Text>
      {why === 'late' && <Text className="soft">{text.late}</Text>}
      <Text className="soft figure" selectable userSelect>
        {text.number(id)}
      </Text>
      <Text className="soft figure">{formatInstant(createdAt, locale)}</Text>
      {fault && <Text>{text.faults[fault]}</Text>}
      {said && <Text className="soft refund-card__said">{text.said(said)}</Text>}
      {nextTryAt !== null && (
        <Text className="soft figure">{text.nextTry(formatInstant(nextTryAt, locale))}</Text>
      )}
      <LinkText id={`refund-member-${id}`} label={books.member(member)} onTap={toMember} />
      {state === 'refused' && (
        <View className="refund-card__actions">
          <View className="refund-card__action">
            <BusyButton id={`by-hand-${id}`} label={text.byHand} quiet onPress={onByHand} />
          </View>
          <View className="refund-card__action">
            <BusyButton id={`retry-${id}`} label={text.retry} working={retrying} onPress={onRetry} />
          </View>
        </View>
      )}
    </View>
  )
}
