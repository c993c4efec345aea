import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { ConfirmSheet } from '@/ui/confirmSheet'
import { FailureNote } from '@/ui/failureNote'
import { RadioRows } from '../form/choices'
import { NumberField } from '../form/numberField'
import './recordTopUp.scss'

type Offer = OutputOf<'wallet.offer'>

const OWN = 'own-amount'

interface RecordTopUpProps {
  readonly member: string
  readonly offer: Offer
  readonly onDone: () => Promise<void>
}

/** Money that is in the till goes into the member's wallet, by a plan or an amount of their own. */
export function RecordTopUp({ member, offer, onDone }: RecordTopUpProps) {
  const texts = useText().wallet
  const text = texts.member
  const words = useWords()
  const { plans, anyAmount, roomFen, agreement } = offer
  const [chosen, setChosen] = useState(plans.find(({ refusal }) => !refusal)?.id ?? (anyAmount ? OWN : ''))
  const [ownFen, setOwnFen] = useState(NaN)
  const [isAsking, setIsAsking] = useState(false)
  const { run, working, failure } = useCommand('merchant', 'wallet.recordTopUp')
  const plan = plans.find(({ id }) => id === chosen)
  const payFen = plan && !plan.refusal ? plan.payFen : chosen === OWN ? ownFen : NaN
  const record = async () => {
    const choice = plan
      ? ({ of: 'plan', planId: plan.id } as const)
      : ({ of: 'amount', payFen: ownFen } as const)
    const done = await run({ member, choice, agreed: agreement.version })
    setIsAsking(false)
    if (done) {
      const balance = formatMoney(done.balances.principal + done.balances.bonus)
      void Taro.showToast({ title: text.recorded(balance), icon: 'none' })
    }
    await onDone()
  }
  if (plans.length === 0 && !anyAmount) return <Text className="soft">{texts.topUp.none}</Text>
  return (
    <View id="record-top-up" className="card record-top-up">
      <Text className="card-title">{text.record}</Text>
      <Text className="soft">{text.recordHint}</Text>
      <RadioRows
        id="record"
        values={[...plans.map(({ id }) => id), ...(anyAmount ? [OWN] : [])]}
        chosen={chosen}
        name={(id) => {
          const each = plans.find((one) => one.id === id)
          return each ? words(each.name) : texts.topUp.anyAmount
        }}
        hint={(id) => {
          const each = plans.find((one) => one.id === id)
          return each
            ? texts.shop.plan(formatMoney(each.payFen), formatMoney(each.gift.bonusFen))
            : texts.topUp.amountHint(formatMoney(anyAmount?.leastFen ?? 0))
        }}
        closed={(id) => {
          const refusal = plans.find((one) => one.id === id)?.refusal
          return refusal ? words(refusal.words) : undefined
        }}
        onTap={setChosen}
      />
      {chosen === OWN && anyAmount && roomFen >= anyAmount.leastFen && (
        <NumberField
          id="record-amount"
          label={texts.topUp.anyAmount}
          unit={texts.topUp.yuan}
          value={ownFen}
          min={anyAmount.leastFen}
          max={roomFen}
          digits={2}
          onChange={setOwnFen}
        />
      )}
      {agreement.sentences.map((sentence) => (
        <Text key={sentence.en} className="soft">
          {words(sentence)}
        </Text>
      ))}
      {failure && !isAsking && <FailureNote failure={failure} />}
      <BusyButton
        id="record-button"
        label={Number.isNaN(payFen) ? text.recordPlain : text.recordButton(formatMoney(payFen))}
        working={working}
        onPress={() => !Number.isNaN(payFen) && setIsAsking(true)}
      />
      <ConfirmSheet
        id="record-sheet"
        open={isAsking}
        title={text.recordButton(Number.isNaN(payFen) ? '' : formatMoney(payFen))}
        text={text.recordHint}
        confirm={{ label: text.recordPlain, working, failure, run: () => void record() }}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
