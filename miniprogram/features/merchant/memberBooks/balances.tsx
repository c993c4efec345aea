import { View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import type { useExplain } from '@/ui/explainSheet'
import { FigureTile } from '@/ui/figureTile'
import { Money } from '@/ui/money'
import { TierCard } from '@/ui/tierCard'
import type { MemberBooks } from './useMemberBooks'
import './balances.scss'

interface BalancesProps {
  readonly books: MemberBooks
  readonly explain: ReturnType<typeof useExplain>
}

/** A member's standing and all that they hold or owe; each number opens. */
export function Balances({ books, explain }: BalancesProps) {
  const text = useText()
  const { member, tier, balances } = books
  const { points, growth, principal, bonus, pendingPoints, pointsDebt } = balances
  const wallet = principal + bonus
  const tiles = [
    { id: 'member-points', name: text.home.points, amount: points, kind: 'pointsBalance' },
    { id: 'member-growth', name: text.home.growth, amount: growth, kind: 'growthBalance' },
    { id: 'member-pending', name: text.books.pendingPoints, amount: pendingPoints, kind: 'pendingBalance' },
    { id: 'member-debt', name: text.books.debt, amount: pointsDebt, kind: 'debtBalance' },
  ] as const
  return (
    <>
      {tier.isOn && (
        <TierCard
          id="member-tier"
          tier={tier}
          opens="explanation"
          onTap={() => explain.ask({ kind: 'tier' }, member)}
        />
      )}
      <View className="card member-figures">
        {tiles
          .filter(({ amount }, index) => index < 2 || amount !== 0)
          .map(({ id, name, amount, kind }) => (
            <FigureTile
              key={id}
              id={id}
              name={name}
              spoken={formatCount(amount)}
              figure={formatCount(amount)}
              onTap={() => explain.ask({ kind }, member)}
            />
          ))}
        <FigureTile
          id="member-wallet"
          name={text.home.balance}
          spoken={formatMoney(wallet)}
          figure={<Money fen={wallet} />}
          onTap={() => explain.ask({ kind: 'walletBalance' }, member)}
        />
      </View>
    </>
  )
}
