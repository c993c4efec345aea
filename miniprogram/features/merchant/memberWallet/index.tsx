import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useQuery } from '@/api/useQuery'
import { usePageParameter } from '@/api/pageParameter'
import { formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { FigureTile } from '@/ui/figureTile'
import { Money } from '@/ui/money'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { useIsManager } from '../useIsManager'
import { RecordTopUp } from './recordTopUp'
import { RefundWallet } from './refundWallet'
import './index.scss'

/** A member's stored value at the counter: what there is, paying in, and paying out. */
export default function MemberWalletPage() {
  const texts = useText()
  const text = texts.wallet
  const member = usePageParameter('member') ?? ''
  const isManager = useIsManager()
  // Other people's money is not kept on the phone.
  const query = useQuery('merchant', 'wallet.offer', { member }, { kept: false })
  const explain = useExplain()
  const [changes, setChanges] = useState(0)
  const onChanged = async () => {
    await query.refresh()
    setChanges((before) => before + 1)
  }
  return (
    <Page id="member-wallet-page" title={text.member.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[96, 320, 200]}>
        {(offer) => (
          <>
            <View className="card member-wallet-figures">
              {(
                [
                  ['principal', text.principal, offer.principalFen],
                  ['bonus', text.bonus, offer.bonusFen],
                ] as const
              ).map(([id, name, fen]) => (
                <FigureTile
                  key={id}
                  id={`member-${id}`}
                  name={name}
                  spoken={formatMoney(fen)}
                  figure={<Money fen={fen} />}
                  onTap={() => explain.ask({ kind: 'walletBalance' }, member)}
                />
              ))}
            </View>
            <RecordTopUp key={`record-${changes}`} member={member} offer={offer} onDone={onChanged} />
            {isManager && <RefundWallet member={member} changes={changes} onDone={onChanged} />}
            {!isManager && <Text className="soft">{text.member.refundHint}</Text>}
          </>
        )}
      </QueryView>
      {explain.sheet}
    </Page>
  )
}
