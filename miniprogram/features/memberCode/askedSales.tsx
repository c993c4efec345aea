import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { usePolling } from '@/api/usePolling'
import { useQuery } from '@/api/useQuery'
import { formatCount, formatMoney, formatTime } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { useExplain } from '@/ui/explainSheet'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'

const LOOK_EVERY_MS = 3_000

type Asked = OutputOf<'counter.pending'>['sales'][number]

/** What a till asks for now: the member's own yes or no. */
export function AskedSales({ onCharged }: { readonly onCharged: () => Promise<void> }) {
  const query = useQuery('shopper', 'counter.pending', {}, { kept: false })
  usePolling(query.refresh, LOOK_EVERY_MS)
  const after = async () => {
    await Promise.all([query.refresh(), onCharged()])
  }
  return (
    <>
      {query.value?.sales.map((sale) => (
        <AskedSale key={sale.id} sale={sale} onAnswered={after} />
      ))}
    </>
  )
}

function AskedSale({ sale, onAnswered }: { readonly sale: Asked; readonly onAnswered: () => Promise<void> }) {
  const text = useText().memberCode.asked
  const explain = useExplain()
  const confirm = useCommand('shopper', 'counter.confirm')
  const decline = useCommand('shopper', 'counter.decline')
  const { id, quote, lapsesAt } = sale
  const answer = async (way: typeof confirm | typeof decline, said: string) => {
    const done = await way.run({ id })
    if (!done) return
    void Taro.showToast({ title: said, icon: 'none' })
    await onAnswered()
  }
  const failure = confirm.failure ?? decline.failure
  return (
    <View id="asked-sale" className="card asked-sale">
      <Text className="card-title">{text.title}</Text>
      <Text className="asked-sale__amount">
        <Money fen={quote.payableFen} />
      </Text>
      {partsOf(quote, text).map(({ name, amount }) => (
        <View key={name} className="asked-sale__row">
          <Text className="soft">{name}</Text>
          <Text className="figure">{amount}</Text>
        </View>
      ))}
      <LinkText
        id="asked-explain"
        label={text.explain}
        onTap={() => explain.showLines(text.title, quote.explanation)}
      />
      {lapsesAt !== null && <Text className="soft figure">{text.until(formatTime(lapsesAt))}</Text>}
      {failure && <FailureNote failure={failure} />}
      <View className="asked-sale__buttons">
        <BusyButton
          id="decline-sale"
          label={text.decline}
          quiet
          working={decline.working}
          onPress={() => void answer(decline, text.declined)}
        />
        <BusyButton
          id="confirm-sale"
          label={text.confirm}
          working={confirm.working}
          onPress={() => void answer(confirm, text.confirmed)}
        />
      </View>
      {explain.sheet}
    </View>
  )
}

type Words = ReturnType<typeof useText>['memberCode']['asked']

function partsOf({ paid, pointsUsed, pointsOffFen }: Asked['quote'], text: Words) {
  const balanceFen = paid.principal + paid.bonus
  return [
    { name: text.byBalance, amount: formatMoney(balanceFen), isThere: balanceFen > 0 },
    {
      name: text.byPoints(formatCount(pointsUsed)),
      amount: formatMoney(pointsOffFen),
      isThere: pointsUsed > 0,
    },
    { name: text.atTill, amount: formatMoney(paid.wechat), isThere: paid.wechat > 0 },
  ].filter(({ isThere }) => isThere)
}
