import { Text, View } from '@tarojs/components'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { Stored } from '../settings/useSettings'
import type { ChangeWallet, WalletRules } from './index'

interface PrepaidCardProps {
  readonly value: WalletRules
  readonly legal: Stored<'wallet'>['legal']
  readonly change: ChangeWallet
}

/** What the law says of prepaid cards, as far as the shop sets it, with the law's own figure beside each. */
export function PrepaidCard({ value, legal, change }: PrepaidCardProps) {
  const text = useText().wallet.shop
  const { prepaid } = value
  const set = (patch: Partial<typeof prepaid>) => change({ prepaid: { ...prepaid, ...patch } })
  return (
    <View id="prepaid" className="card">
      <Text className="card-title">{text.law}</Text>
      <View className="soft">{text.lawNote}</View>
      <NumberField
        id="most-fen"
        label={text.most}
        unit={text.yuan}
        hint={text.legal(formatMoney(legal.mostFen))}
        value={prepaid.mostFen}
        min={1}
        max={100_000_000}
        digits={2}
        onChange={(mostFen) => set({ mostFen })}
      />
      <SwitchRow
        id="counts-bonus"
        label={text.countsBonus}
        value={prepaid.countsBonus}
        onChange={(countsBonus) => set({ countsBonus })}
      />
      <NumberField
        id="refund-days"
        label={text.refundDays}
        unit={text.days}
        hint={text.legal(`${legal.refundDays} ${text.days}`)}
        value={prepaid.refundDays}
        min={legal.refundDays}
        max={3_650}
        onChange={(refundDays) => set({ refundDays })}
      />
    </View>
  )
}
