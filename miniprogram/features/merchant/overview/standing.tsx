import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatRate } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import type { useExplain } from '@/ui/explainSheet'
import { Money } from '@/ui/money'
import { pointsExplanation } from './pointsExplanation'
import { FigureCell } from './figureCell'

interface StandingProps {
  readonly overview: OutputOf<'overview.read'>
  readonly explain: ReturnType<typeof useExplain>
}

/** The shop as a whole: who there is, what they spend, whether they come back. */
export function Standing({ overview, explain }: StandingProps) {
  const text = useText().overview
  const {
    members,
    orders,
    salesFen,
    averageOrderFen,
    repurchaseBp,
    buyers,
    repeatBuyers,
    pointsOutstanding,
  } = overview
  return (
    <View className="card">
      <Text className="card-title">{text.standing}</Text>
      <View className="figure-grid">
        <FigureCell id="overview-members" name={text.members} figure={formatCount(members)} />
        <FigureCell
          id="overview-average-order"
          name={text.averageOrder}
          figure={<Money fen={averageOrderFen} />}
        />
        <FigureCell id="overview-sales" name={text.sales} figure={<Money fen={salesFen} />} />
        <FigureCell id="overview-orders" name={text.orders} figure={formatCount(orders)} />
        <FigureCell
          id="overview-repurchase"
          name={text.repurchase}
          figure={formatRate(repurchaseBp)}
          note={text.repurchaseOf(formatCount(repeatBuyers), formatCount(buyers))}
        />
        <FigureCell
          id="overview-points"
          name={text.pointsOutstanding}
          figure={formatCount(pointsOutstanding)}
          onTap={() => explain.show(pointsExplanation(overview))}
        />
      </View>
    </View>
  )
}
