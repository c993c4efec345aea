import { Text, View } from '@tarojs/components'
import { formatDayShort, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import type { WalletEntry } from './ledger'
import '@/ui/ledgerRow.scss'
import './walletRow.scss'

interface WalletRowProps {
  readonly entry: WalletEntry
  readonly onTap: (id: string) => void
}

const change = (fen: number): string => (fen > 0 ? `+${formatMoney(fen)}` : formatMoney(fen))

/** One movement: why and when, what it was of each kind, and what was there after it. */
export function WalletRow({ entry, onTap }: WalletRowProps) {
  const text = useText().wallet.ledger
  const words = useWords()
  const locale = useLocale()
  const { id, reason, day, principal, bonus, after } = entry
  const parts = [
    ...(principal !== 0 ? [text.principalOnly(change(principal))] : []),
    ...(bonus !== 0 ? [text.bonusOnly(change(bonus))] : []),
  ]
  const isGain = principal + bonus > 0
  return (
    <Tap className="ledger-row" onTap={() => onTap(id)}>
      <View className="ledger-row__why">
        <Text>{words(reason)}</Text>
        <View className="soft figure wallet-row__parts">
          {[formatDayShort(day, locale), ...parts].map((each) => (
            <Text key={each} className="wallet-row__part">
              {each}
            </Text>
          ))}
        </View>
      </View>
      <View className="ledger-row__change figure">
        <Text className={`ledger-row__points ${isGain ? 'ledger-row__points--gain' : ''}`}>
          {change(principal + bonus)}
        </Text>
        <Text className="soft">{text.after(formatMoney(after.principal + after.bonus))}</Text>
      </View>
    </Tap>
  )
}
