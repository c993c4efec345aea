import { Text, View } from '@tarojs/components'
import { formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import type { ExplanationData } from '@/ui/explanation'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import type { OrderData, Refund } from '../faces'
import { paidParts } from '../paidParts'
import { RefundAsked } from './refundAsked'
import './refunds.scss'

interface RefundsProps {
  readonly order: OrderData
  readonly onExplain: (explanation: ExplanationData) => void
  readonly onChanged: () => Promise<void>
}

/** What was asked for, and what went back where. */
export function Refunds({ order, onExplain, onChanged }: RefundsProps) {
  return (
    <>
      <RefundAsked order={order} onChanged={onChanged} />
      {order.refunds.map((refund, at) => (
        <RefundCard key={refund.id} at={at} refund={refund} onExplain={onExplain} />
      ))}
    </>
  )
}

interface RefundCardProps {
  /** Its place: part of the id of what can be tapped. */
  readonly at: number
  readonly refund: Refund
  readonly onExplain: RefundsProps['onExplain']
}

function RefundCard({ at, refund, onExplain }: RefundCardProps) {
  const all = useText()
  const text = all.shopOrders.refund
  const locale = useLocale()
  const explain = () =>
    onExplain({
      title: { zh: text.title, en: text.title },
      lines: refund.explanation,
      rules: [],
      source: null,
    })
  const back = paidParts(refund.back, all.shopOrders)
  return (
    <View id={`refund-${at}`} className="card refund">
      <View className="card-head">
        <Text className="card-title">{text.title}</Text>
        <LinkText id={`explain-refund-${at}`} label={text.steps} onTap={explain} />
      </View>
      <View className="refund__fen">
        <Money fen={refund.amountFen + refund.freightFen} />
      </View>
      {refund.freightFen > 0 && (
        <Text className="soft figure">{text.withFreight(formatMoney(refund.freightFen))}</Text>
      )}
      {back !== '' && <Text className="figure">{text.backTo(back)}</Text>}
      {refund.points > 0 && (
        <Text className="figure">{text.pointsBack(all.units.pointsOf(refund.points))}</Text>
      )}
      {refund.wechat !== null && <Text className="soft">{text.wechat[refund.wechat]}</Text>}
      <Text className="soft figure">
        {[formatInstant(refund.at, locale), refund.reason].filter((part) => part !== '').join(' · ')}
      </Text>
    </View>
  )
}
