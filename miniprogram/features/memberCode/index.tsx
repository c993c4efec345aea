import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { levelLook, NO_LEVEL } from '@/ui/levelLook'
import { Money } from '@/ui/money'
import { Page } from '@/ui/page'
import { QrCode } from '@/ui/qrCode'
import { QueryView } from '@/ui/queryView'
import { AskedSales } from './askedSales'
import { useBrightScreen } from './brightness'
import { useMemberCode } from './useMemberCode'
import './index.scss'

export default function MemberCodePage() {
  const text = useText().memberCode
  const { query, isOver } = useMemberCode()
  useBrightScreen()
  return (
    <Page id="member-code-page" title={text.title} onRefresh={query.refresh}>
      <AskedSales onCharged={query.refresh} />
      <QueryView query={query} skeleton={[420]}>
        {(code) => <CodeCard code={code} isOver={isOver} onRenew={query.refresh} />}
      </QueryView>
      {isOver && query.failure && <FailureNote failure={query.failure} />}
      <View className="soft member-code__hint">{text.hint}</View>
    </Page>
  )
}

interface CodeCardProps {
  readonly code: OutputOf<'memberCode.show'>
  readonly isOver: boolean
  readonly onRenew: () => Promise<void>
}

function CodeCard({ code: { code, tier, points, balance }, isOver, onRenew }: CodeCardProps) {
  const text = useText().memberCode
  const words = useWords()
  const look = levelLook(tier ?? NO_LEVEL)
  const figures = [
    { id: 'code-points', name: text.points, figure: formatCount(points) },
    {
      id: 'code-balance',
      name: text.balance,
      figure: <Money fen={balance.principalFen + balance.bonusFen} />,
    },
  ]
  return (
    <View className="card member-code">
      <View className={`member-code__head ${look.className}`} style={look.style}>
        <Text className="member-code__tier">{tier ? words(tier.name) : text.member}</Text>
      </View>
      {isOver ? (
        <View id="code-over" className="member-code__over">
          <Text className="member-code__over-text">{text.over}</Text>
          <BusyButton id="renew-code" label={text.renew} onPress={() => void onRenew()} />
        </View>
      ) : (
        <>
          <QrCode id="member-qr" text={code} label={text.spoken} />
          <Text id="member-digits" className="member-code__digits figure" selectable>
            {inGroups(code)}
          </Text>
          <Text className="soft">{text.renews}</Text>
        </>
      )}
      <View className="member-code__figures">
        {figures.map(({ id, name, figure }) => (
          <View key={id} id={id} className="member-code__figure">
            <Text className="member-code__number figure">{figure}</Text>
            <Text className="soft">{name}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

/** Digits as people read them to one another. */
const inGroups = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')
