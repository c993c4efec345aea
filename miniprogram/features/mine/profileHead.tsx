import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { levelLook, NO_LEVEL } from '@/ui/levelLook'
import './profileHead.scss'

type Home = OutputOf<'home.read'>

const openHome = () => void Taro.switchTab({ url: '/features/home/index' })

/** Who I am here: my level and since when, or the way to join. */
export function ProfileHead({ home }: { readonly home: Home }) {
  return home.state === 'member' ? <MemberHead home={home} /> : <GuestHead />
}

function MemberHead({ home }: { readonly home: Extract<Home, { state: 'member' }> }) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  const { tier } = home
  const look = levelLook(tier.isOn ? tier.current : NO_LEVEL)
  return (
    <View className="profile">
      <View className={`profile__face ${look.className}`} style={look.style}>
        <View className="profile__ring" />
        <View className="profile__ring profile__ring--inner" />
      </View>
      <View className="profile__words">
        <Text className="profile__tier">{tier.isOn ? words(tier.current.name) : text.mine.member}</Text>
        <Text className="soft figure">{text.mine.memberSince(formatDay(home.joinedDay, locale))}</Text>
      </View>
    </View>
  )
}

function GuestHead() {
  const text = useText()
  return (
    <View className="profile profile--guest">
      <View className="profile__words">
        <Text className="profile__tier">{text.mine.guest}</Text>
        <Text className="soft">{text.mine.guestHint}</Text>
      </View>
      <BusyButton id="mine-join-button" label={text.mine.toJoin} quiet onPress={openHome} />
    </View>
  )
}
