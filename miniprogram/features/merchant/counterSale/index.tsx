import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { usePageParameter } from '@/api/pageParameter'
import { useAsked } from '@/api/useAsked'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { formatCount, formatInstant, formatMoney } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { LinkText } from '@/ui/linkText'
import { Money } from '@/ui/money'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { RefundCard, type Preview } from '../refund/refundCard'
import { useRefund } from '../refund/useRefund'
import './index.scss'

type Sale = OutputOf<'counter.read'>

export default function CounterSalePage() {
  const text = useText().counter.sale
  const id = usePageParameter('id') ?? ''
  const query = useQuery('merchant', 'counter.read', { id }, { kept: false })
  return (
    <Page id="counter-sale-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[160, 120, 240]}>
        {(sale) => (
          <>
            <Head sale={sale} />
            <Refunds sale={sale} />
            {sale.standing === 'charged' && isLeft(sale) && (
              <Refunding key={sale.refunds.length} sale={sale} onRefunded={query.refresh} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  )
}

const isLeft = ({ left }: Sale): boolean =>
  left.some(({ quantity, amountFen }) => quantity > 0 || amountFen > 0)

function Head({ sale: { quote, askedAt } }: { readonly sale: Sale }) {
  const { sale: text, pay } = useText().counter
  const words = useWords()
  const locale = useLocale()
  const explain = useExplain()
  const { lines, payableFen, paid, pointsUsed, explanation } = quote
  const parts = [
    { name: text.principal, said: formatMoney(paid.principal), isThere: paid.principal > 0 },
    { name: text.bonus, said: formatMoney(paid.bonus), isThere: paid.bonus > 0 },
    { name: text.cash, said: formatMoney(paid.wechat), isThere: paid.wechat > 0 },
    {
      name: pay.points(formatCount(pointsUsed)),
      said: formatMoney(-quote.pointsOffFen),
      isThere: pointsUsed > 0,
    },
  ].filter(({ isThere }) => isThere)
  return (
    <View className="card counter-sale">
      <Text className="soft figure">{formatInstant(askedAt, locale)}</Text>
      <Text className="counter-sale__amount">
        <Money fen={payableFen} />
      </Text>
      {lines.map(({ name, options, quantity, paidFen }, at) => (
        <View key={at} className="counter-sale__row">
          <Text>
            {[name, ...options].map(words).join(' · ')}
            {quantity > 1 ? ` × ${quantity}` : ''}
          </Text>
          <Text className="figure">{formatMoney(paidFen)}</Text>
        </View>
      ))}
      <View className="counter-sale__parts">
        <Text className="counter-sale__title">{text.paid}</Text>
        {parts.map(({ name, said }) => (
          <View key={name} className="counter-sale__row">
            <Text className="soft">{name}</Text>
            <Text className="figure">{said}</Text>
          </View>
        ))}
      </View>
      <LinkText
        id="explain-sale"
        label={text.explain}
        onTap={() => explain.showLines(text.title, explanation)}
      />
      {explain.sheet}
    </View>
  )
}

function Refunds({ sale }: { readonly sale: Sale }) {
  const text = useText().counter.sale
  const locale = useLocale()
  if (sale.refunds.length === 0) return null
  return (
    <View id="counter-refunds" className="card counter-sale">
      <Text className="card-title">{text.refunds}</Text>
      {sale.refunds.map(({ id, at, reason, amountFen, freightFen }) => (
        <View key={id} className="counter-sale__row">
          <Text className="soft figure">
            {formatInstant(at, locale)} · {reason}
          </Text>
          <Text className="figure">{formatMoney(amountFen + freightFen)}</Text>
        </View>
      ))}
      {!isLeft(sale) && <Text className="soft">{text.over}</Text>}
    </View>
  )
}

interface RefundingProps {
  readonly sale: Sale
  readonly onRefunded: () => Promise<void>
}

function Refunding({ sale: { id, quote, left }, onRefunded }: RefundingProps) {
  const { counter, refund: refundText } = useText()
  const refund = useRefund(quote.lines.length)
  const { request, reason } = refund
  const preview = useAsked('merchant', 'counter.previewRefund', request && { id, request })
  const command = useCommand('merchant', 'counter.refund')
  const run = async ({ amountFen, freightFen, back, points }: Preview) => {
    if (!request) return
    const seen = { amountFen, freightFen, back, points }
    if (!(await command.run({ id, request, reason: reason.trim(), seen }))) return
    void Taro.showToast({ title: refundText.done, icon: 'none' })
    await onRefunded()
  }
  return (
    <RefundCard
      refund={refund}
      lines={quote.lines.map(({ name, options }, at) => ({
        name,
        options,
        quantity: left[at]?.quantity ?? 0,
        amountFen: left[at]?.amountFen ?? 0,
      }))}
      preview={preview}
      working={command.working}
      failure={command.failure}
      rest={counter.sale.cash}
      onRefund={(shown) => void run(shown)}
    />
  )
}
