import { Text, View } from '@tarojs/components'
import { ratioBp } from '@shared/kernel/rate'
import { formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { ProgressBar } from '@/ui/progressBar'
import type { Tier } from '@/ui/tierCard'
import './ownValidity.scss'

/** Through which day one's own level is valid, what keeps it, and what comes otherwise. */
export function OwnValidity({ tier }: { readonly tier: Tier }) {
  const text = useText()
  const locale = useLocale()
  const { until, by, keeping } = tier
  return (
    <View id="own-validity" className="card own-validity">
      <View className="card-head">
        <Text className="card-title">{text.tier.page.validity}</Text>
        {by !== 'earned' && <Text className="soft">{text.tier.by[by]}</Text>}
      </View>
      <Text className="own-validity__until figure">
        {until === null ? text.tier.page.noEnd : text.tier.page.validThrough(formatDay(until, locale))}
      </Text>
      {keeping && <Keeping tier={tier} keeping={keeping} />}
    </View>
  )
}

interface KeepingProps {
  readonly tier: Tier
  readonly keeping: NonNullable<Tier['keeping']>
}

function Keeping({ tier, keeping }: KeepingProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { page } = text.tier
  const { face, until, ways, keptUntil, otherwise } = keeping
  const longer = keptUntil === null ? '' : formatDay(keptUntil, locale)
  const isKept = ways.some(({ missingFen }) => missingFen === 0)
  return (
    <>
      {face.id !== tier.current.id && (
        <Text className="own-validity__line figure">
          {page.earnedUnder(words(face.name), formatDay(until, locale))}
        </Text>
      )}
      {ways.length > 0 && <Text className="own-validity__title">{page.keepTitle(ways.length)}</Text>}
      {ways.map(({ by, haveFen, needFen }) => (
        <View key={by} className="own-validity__way">
          <ProgressBar shareBp={Math.min(ratioBp(haveFen, needFen), 10_000)} />
          <Text className="own-validity__have figure">
            {page.keepHave[by](formatMoney(haveFen), formatMoney(needFen))}
          </Text>
        </View>
      ))}
      {longer && (
        <Text className="own-validity__line figure">
          {isKept ? page.keptAlready(longer) : page.keptUntil(longer)}
        </Text>
      )}
      {!isKept && <Text className="own-validity__line">{page.otherwise(words(otherwise.name))}</Text>}
    </>
  )
}
