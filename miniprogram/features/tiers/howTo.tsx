import { Text, View } from '@tarojs/components'
import { formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { wayLead, type EarnedWay } from '@/ui/tierProgress'
import { WayParts } from '@/ui/wayParts'
import type { LevelShown, Tiers } from './tiers'
import './howTo.scss'

interface HowToProps {
  readonly tiers: Tiers
  readonly level: LevelShown
}

/** How a level is reached: above one's own with how far each way is, the nearest first; otherwise what it asks for. */
export function HowTo({ tiers, level }: HowToProps) {
  const text = useText()
  const words = useWords()
  const { face, conditionWords, paid } = level
  const isAhead = face.rank > tiers.tier.current.rank
  return (
    <View id="how-to" className="card how-to">
      <Text className="card-title">{text.tier.page.howTo}</Text>
      {face.rank === 0 && <Text className="how-to__line">{text.tier.page.everybody}</Text>}
      {isAhead && <Ways tiers={tiers} level={level} />}
      {!isAhead && conditionWords && (
        <Text className="how-to__line">{text.tier.page.asks(words(conditionWords))}</Text>
      )}
      {paid && (
        <Text className="how-to__line figure">
          {text.tier.page.paidFor(formatMoney(paid.priceFen), paid.validDays)}
        </Text>
      )}
    </View>
  )
}

function Ways({ tiers: { countsFrom, standard }, level: { face, ways } }: HowToProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const earned = ways.filter((way): way is EarnedWay => way.of === 'earned')
  return (
    <>
      {earned.length > 1 && <Text className="how-to__note">{text.tier.page.anyWay}</Text>}
      {earned.map((way, index) => (
        <View key={index} className="how-to__way">
          <Text className="how-to__lead figure">{wayLead(way, words(face.name), standard, text)}</Text>
          {way.parts.length > 1 && <Text className="how-to__note">{text.tier.page.allParts}</Text>}
          <WayParts way={way} standard={standard} />
        </View>
      ))}
      {earned.length > 0 && countsFrom !== null && (
        <Text className="how-to__note figure">
          {text.tier.page.countsFrom(formatDay(countsFrom, locale))}
        </Text>
      )}
    </>
  )
}
