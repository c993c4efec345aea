import { Text, View } from '@tarojs/components'
import { formatCount, formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { levelLook, NO_LEVEL } from '@/ui/levelLook'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import type { Visit } from '.'

interface MemberFaceProps {
  readonly visit: Visit
  /** Absent once there is nothing to change. */
  readonly onChange?: () => void
}

/** Who stands at the counter: their level, and what they can pay with. */
export function MemberFace({ visit: { member, coupons }, onChange }: MemberFaceProps) {
  const text = useText().counter.member
  const words = useWords()
  const locale = useLocale()
  const { tier, joinedDay, points, balance, id } = member
  const look = levelLook(tier ?? NO_LEVEL)
  return (
    <View id="counter-member" className={`counter-member ${look.className}`} style={look.style}>
      <View className="counter-member__head">
        <Text className="counter-member__name">
          {tier ? `${words(tier.name)} · ` : ''}…{id.slice(-4)}
        </Text>
        <Text className="counter-member__soft">{text.since(formatDay(joinedDay, locale))}</Text>
      </View>
      <View className="counter-member__figures">
        <View className="counter-member__figure">
          <Text className="counter-member__number">
            <Money fen={balance.principalFen + balance.bonusFen} />
          </Text>
          <Text className="counter-member__soft">{text.balance}</Text>
        </View>
        <View className="counter-member__figure">
          <Text className="counter-member__number figure">{formatCount(points)}</Text>
          <Text className="counter-member__soft">{text.points}</Text>
        </View>
      </View>
      <View className="counter-member__foot">
        <Text className="counter-member__soft">{text.coupons(coupons.length)}</Text>
        {onChange && <LinkText id="change-member" label={text.change} way="none" onTap={onChange} />}
      </View>
    </View>
  )
}
