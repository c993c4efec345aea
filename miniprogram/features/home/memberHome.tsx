import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { CheckinCard } from '@/features/checkin/checkinCard'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { Count } from '@/ui/count'
import type { useExplain } from '@/ui/explainSheet'
import { FigureTile } from '@/ui/figureTile'
import { LinkRow } from '@/ui/linkRow'
import { Money } from '@/ui/money'
import { TierCard } from '@/ui/tierCard'
import './memberHome.scss'

interface MemberHomeProps {
  readonly home: Extract<OutputOf<'home.read'>, { state: 'member' }>
  readonly explain: ReturnType<typeof useExplain>
  readonly onChanged: () => Promise<void>
}

const openTiers = () => void Taro.navigateTo({ url: '/features/tiers/index' })
const openWallet = () => void Taro.navigateTo({ url: '/features/wallet/index' })
const openCode = () => void Taro.navigateTo({ url: '/features/memberCode/index' })
const openGrowth = () => void Taro.navigateTo({ url: '/features/growth/index' })

/** A member's standing, what they hold, and today's check-in. */
export function MemberHome({ home, explain, onChanged }: MemberHomeProps) {
  const text = useText()
  const { points, growth, principal, bonus } = home.balances
  const balance = principal + bonus
  return (
    <>
      {home.tier.isOn && <TierCard id="tier-card" tier={home.tier} opens="levels" onTap={openTiers} />}
      <View className="card rows">
        <LinkRow
          id="to-member-code"
          label={text.memberCode.entry}
          value={text.memberCode.entryHint}
          onTap={openCode}
        />
      </View>
      <View className="card figures">
        <FigureTile
          id="points-figure"
          name={text.home.points}
          spoken={formatCount(points)}
          figure={<Count n={points} />}
          onTap={() => explain.ask({ kind: 'pointsBalance' })}
        />
        <FigureTile
          id="balance-figure"
          name={text.home.balance}
          spoken={formatMoney(balance)}
          figure={<Money fen={balance} />}
          opens="ledger"
          onTap={openWallet}
        />
        <FigureTile
          id="growth-figure"
          name={text.home.growth}
          spoken={formatCount(growth)}
          figure={<Count n={growth} />}
          opens="ledger"
          onTap={openGrowth}
        />
      </View>
      <CheckinCard
        checkin={home.checkin}
        onChanged={onChanged}
        onExplain={(id) => explain.ask({ kind: 'entry', id })}
      />
    </>
  )
}
