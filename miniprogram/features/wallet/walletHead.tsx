import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { Money } from '@/ui/money'
import { Tap } from '@/ui/tap'
import './walletHead.scss'

export type Wallet = OutputOf<'wallet.read'>

interface WalletHeadProps {
  readonly wallet: Wallet
  readonly onExplain: () => void
}

const openTopUp = () => void Taro.navigateTo({ url: '/features/wallet/topUp/index' })
const openRefund = () => void Taro.navigateTo({ url: '/features/wallet/refund/index' })

/** The balance first, its two kinds under it, and the ways in and out. */
export function WalletHead({ wallet, onExplain }: WalletHeadProps) {
  const text = useText()
  const { principalFen, bonusFen, heldFen, canPay, plans, anyAmount, refundable } = wallet
  const balance = principalFen + bonusFen
  const canTopUp = canPay && (plans.length > 0 || anyAmount !== null)
  return (
    <View className="card wallet-head">
      <Tap
        id="wallet-balance"
        className="wallet-head__balance"
        label={text.home.opensExplanation(text.wallet.balance, formatMoney(balance))}
        onTap={onExplain}
      >
        <Text className="soft">{text.wallet.balance}</Text>
        <View className="wallet-head__number">
          <Money fen={balance} />
        </View>
        <View className="wallet-head__kinds figure">
          <Kind name={text.wallet.principal} fen={principalFen} />
          <Kind name={text.wallet.bonus} fen={bonusFen} />
        </View>
        {heldFen > 0 && <Text className="soft figure">{text.wallet.held(formatMoney(heldFen))}</Text>}
        <View className="wallet-head__why">
          <Text>{text.wallet.why}</Text>
          <View className="chevron" />
        </View>
      </Tap>
      {canTopUp && <BusyButton id="to-top-up" label={text.wallet.toTopUp} onPress={openTopUp} />}
      {!canTopUp && <Text className="soft">{canPay ? text.wallet.topUp.none : text.wallet.noOnline}</Text>}
      {refundable.length > 0 && (
        <BusyButton id="to-refund" label={text.wallet.toRefund} quiet onPress={openRefund} />
      )}
    </View>
  )
}

function Kind({ name, fen }: { readonly name: string; readonly fen: number }) {
  return (
    <View className="wallet-head__kind">
      <Text className="soft">{name}</Text>
      <Text className="wallet-head__fen">
        <Money fen={fen} />
      </Text>
    </View>
  )
}
