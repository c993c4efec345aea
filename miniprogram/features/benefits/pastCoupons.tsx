import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import './dayRow.scss'

type Past = OutputOf<'benefits.list'>['past'][number]

const SHOWN_FIRST = 3

/** What was used and what has expired, the latest first. */
export function PastCoupons({ past }: { readonly past: readonly Past[] }) {
  const text = useText()
  const [all, setAll] = useState(false)
  if (past.length === 0) return null
  return (
    <View id="benefits-past" className="card">
      <View className="card-head">
        <Text className="card-title">{text.ownBenefits.past}</Text>
        {past.length > SHOWN_FIRST && (
          <LinkText
            id="benefits-past-toggle"
            label={all ? text.common.showLess : text.common.showAll}
            way={all ? 'up' : 'down'}
            onTap={() => setAll(!all)}
          />
        )}
      </View>
      {(all ? past : past.slice(0, SHOWN_FIRST)).map((coupons) => (
        <PastRow key={`${coupons.id} ${coupons.state} ${coupons.usedOn}`} coupons={coupons} />
      ))}
    </View>
  )
}

function PastRow({ coupons }: { readonly coupons: Past }) {
  const { ownBenefits } = useText()
  const words = useWords()
  const locale = useLocale()
  const { name, worth, kind, count, state, usedOn, validUntil } = coupons
  const what = kind === 'freeShipping' ? words(worth) : `${words(worth)} ${ownBenefits.kinds[kind]}`
  return (
    <View className="day-row figure">
      <View className="day-row__said">
        <Text>{words(name)}</Text>
        <Text className="soft">{count > 1 ? `${what} × ${formatCount(count)}` : what}</Text>
      </View>
      <Text className="day-row__day day-row__day--past">
        {ownBenefits[state](formatDay(usedOn ?? validUntil, locale))}
      </Text>
    </View>
  )
}
