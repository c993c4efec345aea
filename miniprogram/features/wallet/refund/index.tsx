import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { allocate } from '@shared/kernel/allocate'
import { yuanText } from '@shared/kernel/fen'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { AmountField } from '../amountField'
import { amountFenOf } from '../topUp/amountFenOf'
import type { Wallet } from '../walletHead'
import { RefundableRow } from './refundableRow'
import './index.scss'

export type Refundable = Wallet['refundable'][number]

export default function WalletRefundPage() {
  const text = useText().wallet.refund
  const query = useQuery('shopper', 'wallet.read', {})
  return (
    <Page id="wallet-refund-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[160, 160]}>
        {({ refundable, refundDays }) =>
          refundable.length === 0 ? (
            <PictureState
              id="refund-none"
              picture="card"
              title={text.none}
              text={text.noneHint(refundDays)}
            />
          ) : (
            <Choose refundable={refundable} onChanged={query.refresh} />
          )
        }
      </QueryView>
    </Page>
  )
}

interface ChooseProps {
  readonly refundable: readonly Refundable[]
  readonly onChanged: () => Promise<void>
}

function Choose({ refundable, onChanged }: ChooseProps) {
  const text = useText().wallet.refund
  const online = refundable.filter(({ payBack }) => payBack === 'wechat')
  const [topUpId, setTopUpId] = useState(online.at(-1)?.topUpId)
  const chosen = online.find((each) => each.topUpId === topUpId) ?? online.at(-1)
  return (
    <>
      <View className="card refund-choice">
        <Text className="card-title">{text.which}</Text>
        {refundable.map((each) => (
          <RefundableRow
            key={each.topUpId}
            refundable={each}
            isChosen={each.topUpId === chosen?.topUpId}
            onTap={() => setTopUpId(each.topUpId)}
          />
        ))}
      </View>
      {chosen && <Amount key={chosen.topUpId} chosen={chosen} onChanged={onChanged} />}
    </>
  )
}

/** The bonus that goes with a part of the principal: its share, half up to the fen. */
function bonusWith({ principalFen, bonusFen }: Refundable, fen: number): number {
  const [share = 0] = allocate(bonusFen, [fen, principalFen - fen])
  return share
}

function Amount({
  chosen,
  onChanged,
}: {
  readonly chosen: Refundable
  readonly onChanged: () => Promise<void>
}) {
  const text = useText().wallet.refund
  const [typed, setTyped] = useState(yuanText(chosen.principalFen))
  const [isAsking, setIsAsking] = useState(false)
  const { run, working, failure } = useCommand('shopper', 'wallet.refundByRight')
  const fen = amountFenOf(typed, 1, chosen.principalFen)
  const bonusFen = fen === undefined ? 0 : bonusWith(chosen, fen)
  const refund = async () => {
    if (fen === undefined) return
    const done = await run({ topUpId: chosen.topUpId, principalFen: fen, bonusFen })
    await onChanged()
    if (!done) return
    setIsAsking(false)
    void Taro.showToast({ title: text.done, icon: 'none' })
    void Taro.navigateBack()
  }
  return (
    <>
      <View className="card refund-amount">
        <AmountField
          id="refund-amount"
          label={text.amount}
          unit={text.yuan}
          fault={fen === undefined ? text.amountFault(formatMoney(chosen.principalFen)) : undefined}
          typed={typed}
          onType={setTyped}
        />
        <View className="refund-amount__line figure">
          <Text>{text.back}</Text>
          <Text>{formatMoney(fen ?? 0)}</Text>
        </View>
        <View className="refund-amount__line figure">
          <Text>{text.bonus}</Text>
          <Text>{formatMoney(bonusFen)}</Text>
        </View>
        <Text className="soft">{text.note}</Text>
        <BusyButton
          id="ask-refund"
          label={text.button}
          onPress={() => fen !== undefined && setIsAsking(true)}
        />
      </View>
      <ConfirmSheet
        id="refund-sheet"
        open={isAsking}
        title={text.sheetTitle(formatMoney(fen ?? 0))}
        text={text.sheetText(formatMoney(bonusFen))}
        confirm={{ label: text.confirm, working, failure, run: () => void refund() }}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
