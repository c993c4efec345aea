import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import type { Words } from '@shared/kernel/words'
import type { CallFailure } from '@/api/callFailure'
import type { Asked } from '@/api/useAsked'
import { formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { Chips } from '@/ui/chips'
import { FailureNote } from '@/ui/failureNote'
import { Stepper } from '@/ui/stepper'
import { AmountField } from '../form/amountField'
import { TextField } from '../form/textField'
import { RefundPreview } from './refundPreview'
import { WAYS, type RefundState } from './useRefund'
import './refundCard.scss'

const LONGEST_REASON = 120

export type Preview = OutputOf<'counter.previewRefund'>

interface RefundableLine {
  readonly name: Words
  readonly options: readonly Words[]
  /** What can still go back of it. */
  readonly quantity: number
  readonly amountFen: number
}

interface RefundCardProps {
  readonly refund: RefundState
  readonly lines: readonly RefundableLine[]
  readonly preview: Asked<Preview>
  readonly working: boolean
  readonly failure: CallFailure | undefined
  /** How what is no stored value goes back, in words. */
  readonly rest: string
  readonly onRefund: (preview: Preview) => void
  /** What else can be chosen. */
  readonly children?: ReactNode
}

/** What goes back, shown with all that it does before it is done. */
export function RefundCard(props: RefundCardProps) {
  const { refund, lines, preview, working, failure, rest, onRefund, children } = props
  const text = useText().refund
  const shown = refund.request ? preview.value : undefined
  const canRefund = shown && !preview.isBehind && !preview.failure && refund.reason.trim() !== ''
  return (
    <View id="refund-card" className="card refund-card">
      <Text className="card-title">{text.title}</Text>
      <Chips
        id="refund-way"
        chips={WAYS.map((way) => ({
          key: way,
          name: text.ways[way],
          isOn: way === refund.way,
          choose: () => refund.setWay(way),
        }))}
      />
      {refund.way === 'lines' && <Lines refund={refund} lines={lines} />}
      {refund.way === 'amount' && <Amount refund={refund} lines={lines} />}
      {children}
      <TextField
        id="refund-reason"
        label={text.reason}
        placeholder={text.reasonPlaceholder}
        value={refund.reason}
        longest={LONGEST_REASON}
        onChange={refund.setReason}
      />
      {!refund.request && <Text className="soft">{text.choose}</Text>}
      {shown && <RefundPreview preview={shown} rest={rest} />}
      {refund.request && preview.failure && <FailureNote failure={preview.failure} />}
      {failure && <FailureNote failure={failure} />}
      {canRefund && (
        <BusyButton
          id="refund"
          label={text.confirm(formatMoney(shown.amountFen + shown.freightFen))}
          working={working}
          onPress={() => onRefund(shown)}
        />
      )}
    </View>
  )
}

type PartProps = Pick<RefundCardProps, 'refund' | 'lines'>

function Lines({ refund, lines }: PartProps) {
  const text = useText().refund
  const words = useWords()
  return (
    <>
      {lines.map(({ name, options, quantity }, at) => (
        <View key={at} className="refund-card__line">
          <View className="refund-card__said">
            <Text>{[name, ...options].map(words).join(' · ')}</Text>
            <Text className="soft">{text.leftPieces(quantity)}</Text>
          </View>
          <Stepper
            id={`pieces-${at}`}
            value={refund.pieces[at] ?? 0}
            least={0}
            most={quantity}
            onChange={(pieces) => refund.setPieces(at, pieces)}
          />
        </View>
      ))}
    </>
  )
}

function Amount({ refund, lines }: PartProps) {
  const text = useText().refund
  const leftFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return (
    <AmountField
      id="refund-amount"
      label={text.amount}
      unit={text.yuan}
      hint={text.left(formatMoney(leftFen))}
      mostFen={leftFen}
      onChange={refund.setAmount}
    />
  )
}
