import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useAsked } from '@/api/useAsked'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { formatDay, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { NumberField } from '../form/numberField'
import { ReasonSheet } from '../memberBooks/reasonSheet'
import './refundWallet.scss'

type Preview = OutputOf<'wallet.previewRefund'>

interface RefundWalletProps {
  readonly member: string
  /** Goes up with what was done on the page: the wallet is looked at again. */
  readonly changes: number
  readonly onDone: () => Promise<void>
}

/** The top-ups that are left, and a refund that the shop grants: what goes where is shown before it is made. */
export function RefundWallet({ member, changes, onDone }: RefundWalletProps) {
  const text = useText().wallet.member
  const query = useQuery('merchant', 'wallet.previewRefund', { member }, { kept: false })
  const { value: whole, refresh } = query
  useEffect(() => {
    if (changes > 0) void refresh()
  }, [changes, refresh])
  return (
    <View id="refund-wallet" className="card refund-wallet">
      <Text className="card-title">{text.lots}</Text>
      {query.failure && <FailureNote failure={query.failure} />}
      {whole?.lots.length === 0 && <Text className="soft">{text.none}</Text>}
      {whole?.lots.map((lot) => (
        <LotRow key={lot.id} lot={lot} />
      ))}
      {whole?.refund && (
        <Refund
          key={`${changes} ${whole.refund.principalFen}`}
          member={member}
          mostFen={whole.refund.principalFen}
          onDone={onDone}
        />
      )}
    </View>
  )
}

function LotRow({ lot }: { readonly lot: Preview['lots'][number] }) {
  const text = useText().wallet.member
  const locale = useLocale()
  const { day, paidBy, principalFen, bonusFen } = lot
  return (
    <View className="refund-wallet__lot figure">
      <Text>{text.lot(formatDay(day, locale), text.ways[paidBy ?? 'mixed'])}</Text>
      <Text className="soft">{text.left(formatMoney(principalFen), formatMoney(bonusFen))}</Text>
    </View>
  )
}

interface RefundProps {
  readonly member: string
  readonly mostFen: number
  readonly onDone: () => Promise<void>
}

function Refund({ member, mostFen, onDone }: RefundProps) {
  const text = useText().wallet.member
  const [fen, setFen] = useState(mostFen)
  const [isAsking, setIsAsking] = useState(false)
  const input = Number.isNaN(fen) ? null : { member, principalFen: fen }
  const { value, isBehind, failure } = useAsked('merchant', 'wallet.previewRefund', input)
  const command = useCommand('merchant', 'wallet.refund')
  const shown = isBehind ? undefined : (value?.refund ?? undefined)
  const refund = async (reason: string) => {
    if (!shown) return
    const { principalFen, bonusFen, wechatFen, counterFen } = shown
    const seen = { bonusFen, wechatFen, counterFen }
    if (!(await command.run({ member, principalFen, seen, reason }))) return
    setIsAsking(false)
    void Taro.showToast({ title: text.refunded, icon: 'none' })
    await onDone()
  }
  return (
    <>
      <Text className="card-title">{text.refund}</Text>
      <Text className="soft">{text.refundHint}</Text>
      <NumberField
        id="refund-principal"
        label={text.amount}
        unit={useText().wallet.refund.yuan}
        value={fen}
        min={1}
        max={mostFen}
        digits={2}
        onChange={setFen}
      />
      {shown && (
        <View id="refund-preview" className="figure">
          {(
            [
              [text.wechat, shown.wechatFen],
              [text.counter, shown.counterFen],
              [text.bonus, shown.bonusFen],
            ] as const
          ).map(([name, amount]) => (
            <View key={name} className="refund-wallet__line">
              <Text>{name}</Text>
              <Text>{formatMoney(amount)}</Text>
            </View>
          ))}
        </View>
      )}
      {failure && <FailureNote failure={failure} />}
      <BusyButton id="refund-button" label={text.refundButton} onPress={() => shown && setIsAsking(true)} />
      <ReasonSheet
        id="refund-sheet"
        open={isAsking}
        title={text.refundTitle(formatMoney(shown?.principalFen ?? 0))}
        hint={text.refundSheet}
        action={{
          label: text.confirm,
          working: command.working,
          failure: command.failure,
          isBlocked: !shown,
          run: refund,
        }}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
