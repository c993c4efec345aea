import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { NumberField } from '../form/numberField'
import { SwitchRow } from '../form/switchRow'
import type { ChangeWallet, WalletRules } from './index'

type AnyAmount = NonNullable<WalletRules['anyAmount']>
type Bracket = AnyAmount['brackets'][number]

const MOST_BRACKETS = 10
const MOST_FEN = 10_000_000
const FIRST: AnyAmount = { leastFen: 1_000, brackets: [] }

interface AnyAmountCardProps {
  readonly value: WalletRules
  readonly change: ChangeWallet
}

/** Amounts that members choose themselves, and the bonus from which amount on. */
export function AnyAmountCard({ value, change }: AnyAmountCardProps) {
  const text = useText().wallet.shop
  const { anyAmount } = value
  const set = (patch: Partial<AnyAmount>) => change({ anyAmount: { ...(anyAmount ?? FIRST), ...patch } })
  return (
    <View className="card">
      <Text className="card-title">{text.anyAmount}</Text>
      <SwitchRow
        id="any-amount"
        label={text.anyAmountOn}
        value={anyAmount !== null}
        onChange={(on) => change({ anyAmount: on ? FIRST : null })}
      />
      {anyAmount && (
        <>
          <NumberField
            id="any-least"
            label={text.least}
            unit={text.yuan}
            value={anyAmount.leastFen}
            min={1}
            max={MOST_FEN}
            digits={2}
            onChange={(leastFen) => set({ leastFen })}
          />
          <Brackets brackets={anyAmount.brackets} onChange={(brackets) => set({ brackets })} />
        </>
      )}
    </View>
  )
}

interface BracketsProps {
  readonly brackets: Bracket[]
  readonly onChange: (brackets: Bracket[]) => void
}

function Brackets({ brackets, onChange }: BracketsProps) {
  const text = useText().wallet.shop
  const replace = (at: number, patch: Partial<Bracket>) =>
    onChange(brackets.map((each, i) => (i === at ? { ...each, ...patch } : each)))
  const add = () => {
    const last = brackets.at(-1)
    onChange([
      ...brackets,
      { ...nextBracket(last), gift: { bonusFen: 0, points: 0, growth: 0, coupons: [] } },
    ])
  }
  return (
    <>
      {brackets.map((bracket, i) => (
        <View key={i} id={`bracket-${i + 1}`}>
          <View className="card-head">
            <Text className="soft">{text.bracket(i + 1)}</Text>
            <LinkText
              id={`remove-bracket-${i + 1}`}
              label={text.removeBracket}
              way="none"
              onTap={() => onChange(brackets.filter((_, at) => at !== i))}
            />
          </View>
          <NumberField
            id={`bracket-from-${i + 1}`}
            label={text.from}
            unit={text.yuan}
            value={bracket.fromFen}
            min={1}
            max={MOST_FEN}
            digits={2}
            onChange={(fromFen) => replace(i, { fromFen })}
          />
          <NumberField
            id={`bracket-rate-${i + 1}`}
            label={text.rate}
            unit={text.percent}
            value={bracket.bonusRateBp}
            min={0}
            max={100_000}
            digits={2}
            onChange={(bonusRateBp) => replace(i, { bonusRateBp })}
          />
        </View>
      ))}
      {brackets.length < MOST_BRACKETS && (
        <LinkText id="add-bracket" label={text.addBracket} way="none" onTap={add} />
      )}
    </>
  )
}

/** Twice as much as the one before, and a little more on top. */
function nextBracket(last: Bracket | undefined): Pick<Bracket, 'fromFen' | 'bonusRateBp'> {
  return last
    ? { fromFen: last.fromFen * 2, bonusRateBp: last.bonusRateBp + 500 }
    : { fromFen: 50_000, bonusRateBp: 1_000 }
}
