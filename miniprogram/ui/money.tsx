import { Text } from '@tarojs/components'
import type { Fen } from '@shared/kernel/fen'
import { moneyParts } from '@/i18n/format'
import './money.scss'

/** An amount with its fen set smaller: ¥1,280.00 */
export function Money({ fen }: { readonly fen: Fen }) {
  const { sign, yuan, fraction } = moneyParts(fen)
  return (
    <Text className="figure">
      {sign + yuan}
      <Text className="money__fen">{fraction}</Text>
    </Text>
  )
}
