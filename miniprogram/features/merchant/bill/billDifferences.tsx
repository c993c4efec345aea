import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'

type Check = OutputOf<'payments.bill'>['check']
type Difference = Check['differences'][number]

const KINDS = ['missingHere', 'missingThere', 'amountDiffers'] as const

/** What the bill and the books say in two ways, with both amounts, and what to do about each kind. */
export function BillDifferences({ check: { differences, differenceCount } }: { readonly check: Check }) {
  const text = useText().payments.bill
  const kinds = KINDS.filter((kind) => differences.some((difference) => difference.kind === kind))
  return (
    <>
      <View id="bill-differences" className="card">
        <Text className="card-title">{text.differences}</Text>
        {differences.map((difference) => (
          <DifferenceRow
            key={`${difference.kind}-${difference.of}-${difference.id}`}
            difference={difference}
          />
        ))}
        {differenceCount > differences.length && (
          <View className="soft">{text.firstOf(differences.length, differenceCount)}</View>
        )}
      </View>
      <View id="bill-advice" className="card">
        <Text className="card-title">{text.whatToDo}</Text>
        {kinds.map((kind) => (
          <View key={kind} className="bill-advice">
            <Text className="bill-advice__kind">{text.kinds[kind]}</Text>
            <Text className="soft">{text.advice[kind]}</Text>
          </View>
        ))}
        <View className="soft bill-advice">{text.nothingIsChanged}</View>
      </View>
    </>
  )
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const { payments } = useText()
  const text = payments.bill
  const { kind, of, id, outTradeNo, billedFen, bookedFen, state } = difference
  const amount = (fen: number | null) => (fen === null ? text.none : formatMoney(fen))
  return (
    <View className="bill-difference">
      <View className="bill-difference__head">
        <Text className="bill-difference__kind">{text.kinds[kind]}</Text>
        <Text className="soft">{text.of[of]}</Text>
      </View>
      <Text className="bill-difference__number figure" selectable userSelect>
        {id}
      </Text>
      {of === 'refund' && <Text className="soft figure">{text.ofPayment(outTradeNo)}</Text>}
      <Text className="figure">{text.amounts(amount(billedFen), amount(bookedFen))}</Text>
      <Text className="soft">{state === null ? text.unknownHere : text.stands(payments.states[state])}</Text>
    </View>
  )
}
