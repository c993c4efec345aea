import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import './lots.scss'

type Lot = OutputOf<'points.ledger'>['lots'][number]

const SHOWN_FIRST = 3

/** Points by the day they lapse, the next to lapse first. */
export function Lots({ lots }: { readonly lots: readonly Lot[] }) {
  const text = useText()
  const [all, setAll] = useState(false)
  if (lots.length === 0) return null
  return (
    <View id="points-lots" className="card">
      <View className="card-head">
        <Text className="card-title">{text.points.lots}</Text>
        {lots.length > SHOWN_FIRST && (
          <LinkText
            id="lots-toggle"
            label={all ? text.common.showLess : text.common.showAll}
            way={all ? 'up' : 'down'}
            onTap={() => setAll(!all)}
          />
        )}
      </View>
      {(all ? lots : lots.slice(0, SHOWN_FIRST)).map((lot) => (
        <LotRow key={lot.validUntil ?? 'never'} lot={lot} />
      ))}
    </View>
  )
}

function LotRow({ lot }: { readonly lot: Lot }) {
  const text = useText()
  const locale = useLocale()
  return (
    <View className="lot figure">
      <Text className="lot__day">
        {lot.validUntil === null
          ? text.points.neverLapses
          : text.points.validUntil(formatDay(lot.validUntil, locale))}
      </Text>
      <Text className="lot__points">{formatCount(lot.points)}</Text>
    </View>
  )
}
