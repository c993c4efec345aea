import { Swiper, SwiperItem, Text, View } from '@tarojs/components'
import { formatDay, formatMoney, formatRate } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import type { Text as Texts } from '@/i18n/zh'
import { GrowthRings } from '@/ui/growthRings'
import { LevelIcon } from '@/ui/levelIcon'
import { levelLook } from '@/ui/levelLook'
import { ProgressBar } from '@/ui/progressBar'
import { Tap } from '@/ui/tap'
import type { LevelShown, Tiers } from './tiers'
import './levelSwiper.scss'

/** As much of the neighbours as shows that there are some. */
const PEEK = '20px'

interface LevelSwiperProps {
  readonly tiers: Tiers
  readonly chosen: number
  readonly onChoose: (rank: number) => void
}

/** Every level as a card, lowest first. */
export function LevelSwiper({ tiers, chosen, onChoose }: LevelSwiperProps) {
  return (
    <Swiper
      className="level-swiper"
      current={chosen}
      previousMargin={PEEK}
      nextMargin={PEEK}
      onChange={({ detail }) => onChoose(detail.current)}
    >
      {tiers.levels.map((level) => (
        <SwiperItem key={level.face.id} className="level-swiper__item">
          <LevelCard
            level={level}
            tiers={tiers}
            isChosen={level.face.rank === chosen}
            onTap={() => onChoose(level.face.rank)}
          />
        </SwiperItem>
      ))}
    </Swiper>
  )
}

interface LevelCardProps {
  readonly level: LevelShown
  readonly tiers: Tiers
  readonly isChosen: boolean
  readonly onTap: () => void
}

function LevelCard({ level, tiers: { tier, levels }, isChosen, onTap }: LevelCardProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { face } = level
  const name = words(face.name)
  const look = levelLook(face)
  return (
    <Tap
      id={`level-${face.id}`}
      className={`level-card ${isChosen ? 'level-card--chosen' : ''} ${look.className}`}
      style={look.style}
      label={text.tier.page.choose(name)}
      onTap={onTap}
    >
      <GrowthRings count={face.rank + 1} />
      <View className="level-card__head">
        <Text className="level-card__position figure">
          {text.tier.page.position(face.rank + 1, levels.length)}
        </Text>
        {face.id === tier.current.id && (
          <Text id="own-level" className="level-card__own">
            {text.tier.page.own}
          </Text>
        )}
      </View>
      <View className="level-card__name">
        <LevelIcon icon={face.icon} />
        <Text>{name}</Text>
      </View>
      {face.rank === tier.current.rank && (
        <Text className="level-card__note figure">
          {tier.until === null ? text.tier.page.noEnd : text.tier.until(formatDay(tier.until, locale))}
        </Text>
      )}
      {face.rank < tier.current.rank && <Text className="level-card__note">{text.tier.page.passed}</Text>}
      {face.rank > tier.current.rank && <Ahead level={level} text={text} />}
    </Tap>
  )
}

/** How far the nearest way to a level is; for one that is only sold, its price. */
function Ahead({ level: { ways }, text }: { readonly level: LevelShown; readonly text: Texts }) {
  const [nearest] = ways
  if (!nearest) return null
  if (nearest.of === 'paid')
    return (
      <Text className="level-card__note figure">
        {text.tier.page.paidFor(formatMoney(nearest.priceFen), nearest.validDays)}
      </Text>
    )
  return (
    <View className="level-card__ahead">
      <ProgressBar shareBp={nearest.progressBp} />
      <Text className="level-card__note figure">
        {text.tier.page.progress(formatRate(nearest.progressBp))}
      </Text>
    </View>
  )
}
