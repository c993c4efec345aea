import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { useCostWords, type Cost } from './costWords'
import type { TierPreview } from './moves'
import './costCard.scss'

/** What benefits cost a month, now and then, and by what that is reckoned; and what saving gives at once. */
export function CostCard({ preview }: { readonly preview: TierPreview }) {
  const text = useText().tierPreview
  const { monthFen, figureDays, benefits } = preview
  const change = monthFen.after - monthFen.before
  const lines = benefits.flatMap(({ id, before, after }) => {
    const side = after ?? before
    return side ? [{ id, name: side.face.name, before: before?.cost, after: after?.cost }] : []
  })
  return (
    <View id="preview-cost" className="card">
      <Text className="card-title">{text.cost}</Text>
      {benefits.length === 0 ? (
        <View className="soft">{text.noBenefits}</View>
      ) : (
        <>
          <View className="cost-sums">
            <Sum name={text.costNow} money={formatMoney(monthFen.before)} />
            <Sum name={text.costThen} money={formatMoney(monthFen.after)} />
            {change === 0 ? (
              <Sum name={text.costSame} money="—" />
            ) : (
              <Sum name={change > 0 ? text.costMore : text.costLess} money={formatMoney(Math.abs(change))} />
            )}
          </View>
          {lines.map((line) => (
            <Line key={line.id} {...line} />
          ))}
        </>
      )}
      <AtOnce atOnce={preview.atOnce} />
      {benefits.length > 0 && (
        <View className="soft figure cost-reckoned">
          {figureDays > 0 ? text.reckoned(figureDays) : text.notReckoned}
        </View>
      )}
    </View>
  )
}

function Sum({ name, money }: { readonly name: string; readonly money: string }) {
  return (
    <View className="cost-sum">
      <Text className="soft">{name}</Text>
      <Text className="cost-sum__money figure">{money}</Text>
    </View>
  )
}

interface LineProps {
  readonly name: { readonly zh: string; readonly en: string }
  readonly before: Cost | undefined
  readonly after: Cost | undefined
}

/** The cost after the change is the one that is reckoned out loud; of a benefit that is dropped, the one before it. */
function Line({ name, before, after }: LineProps) {
  const words = useWords()
  const { amount, way } = useCostWords()
  const told = after ?? before
  if (!told) return null
  const amounts = [...new Set([before ? amount(before) : '', after ? amount(after) : ''])].filter(Boolean)
  return (
    <View className="cost-line">
      <View className="cost-line__head">
        <Text>{words(name)}</Text>
        <Text className="figure">{after ? amounts.join(' → ') : `${amounts.join('')} → —`}</Text>
      </View>
      <Text className="soft figure">{way(told)}</Text>
    </View>
  )
}

function AtOnce({ atOnce }: { readonly atOnce: TierPreview['atOnce'] }) {
  const text = useText().tierPreview
  const { members, points, pointsFen, vouchers, vouchersFen, freeDeliveries } = atOnce
  if (members === 0) return null
  return (
    <View id="preview-at-once" className="cost-once">
      <Text className="cost-once__title">{text.atOnce}</Text>
      {points > 0 && <Text className="figure">{text.oncePoints(points, formatMoney(pointsFen))}</Text>}
      {vouchers > 0 && (
        <Text className="figure">{text.onceVouchers(vouchers, formatMoney(vouchersFen))}</Text>
      )}
      {freeDeliveries > 0 && <Text className="figure">{text.onceDeliveries(freeDeliveries)}</Text>}
      <Text className="figure">{text.onceMembers(members)}</Text>
    </View>
  )
}
