import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { PRIVACY_VERSION } from '@/features/privacy/version'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { levelLook, NO_LEVEL } from '@/ui/levelLook'
import { Tap } from '@/ui/tap'
import './guestHome.scss'

type Guest = Extract<OutputOf<'home.read'>, { state: 'guest' }>

const openPrivacy = () => void Taro.navigateTo({ url: '/features/privacy/index' })

/** For a person who has not joined: what membership gives, or what the shop has kept for them, and one button. */
export function GuestHome({
  home,
  onJoined,
}: {
  readonly home: Guest
  readonly onJoined: () => Promise<void>
}) {
  const text = useText()
  const words = useWords()
  const join = useCommand('shopper', 'member.join')
  const onJoin = async () => {
    const joined = await join.run({ consentVersion: PRIVACY_VERSION })
    if (!joined) return
    await onJoined()
    const { tier } = joined
    const level = tier.isOn ? words(tier.current.name) : null
    void Taro.showToast({ title: text.home.welcome(level), icon: 'none' })
  }
  return (
    <View className="guest">
      {home.known ? <KnownHero known={home.known} /> : <NewHero hasTiers={home.hasTiers} />}
      <View className="guest__join">
        <BusyButton
          id="join-button"
          label={home.known ? text.home.joinKnown : text.home.join}
          working={join.working}
          onPress={() => void onJoin()}
        />
        {join.failure && <FailureNote failure={join.failure} />}
        <Tap id="privacy-link" className="guest__consent" onTap={openPrivacy}>
          <Text>{text.home.consentBefore}</Text>
          <Text className="guest__link">{text.home.consentLink}</Text>
        </Tap>
      </View>
      <View className="card guest__gives">
        {text.home.gives(home.hasTiers).map((give) => (
          <View key={give.title} className="guest__give">
            <Text className="guest__give-title">{give.title}</Text>
            <Text className="soft">{give.text}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

const FAN = ['black', 'gold', 'paper'] as const

function NewHero({ hasTiers }: { readonly hasTiers: boolean }) {
  const text = useText()
  return (
    <View className="guest__hero">
      <View className="guest__fan">
        {FAN.map((material, index) => (
          <View
            key={material}
            className={`guest__leaf guest__leaf--${index} material material--${material}`}
          />
        ))}
      </View>
      <Text className="guest__title">{text.home.guestTitle}</Text>
      <Text className="guest__lead">{text.home.guestLead(hasTiers)}</Text>
    </View>
  )
}

function KnownHero({ known }: { readonly known: NonNullable<Guest['known']> }) {
  const text = useText()
  const words = useWords()
  const { balances, tier } = known
  const look = tier.isOn ? levelLook(tier.current) : levelLook(NO_LEVEL)
  const kept = [
    { name: text.home.points, value: formatCount(balances.points) },
    { name: text.home.growth, value: formatCount(balances.growth) },
    ...(balances.principal + balances.bonus > 0
      ? [{ name: text.home.balance, value: formatMoney(balances.principal + balances.bonus) }]
      : []),
  ]
  return (
    <View className="guest__hero">
      <Text className="guest__title">{text.home.knownTitle}</Text>
      <Text className="guest__lead">{text.home.knownLead}</Text>
      <View id="known-card" className={`guest__kept ${look.className}`} style={look.style}>
        <Text className="guest__kept-label">{text.home.keptForYou}</Text>
        {tier.isOn && <Text className="guest__kept-tier">{words(tier.current.name)}</Text>}
        <View className="guest__kept-figures">
          {kept.map(({ name, value }) => (
            <View key={name} className="guest__kept-figure">
              <Text className="guest__kept-number figure">{value}</Text>
              <Text className="guest__kept-label">{name}</Text>
            </View>
          ))}
        </View>
      </View>
    </View>
  )
}
