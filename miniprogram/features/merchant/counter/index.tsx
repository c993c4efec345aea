import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { Bill } from './bill'
import { MemberFace } from './memberFace'
import { Outcome } from './outcome'
import { Scan } from './scan'
import './index.scss'

export type Visit = OutputOf<'counter.scan'>
export type Charged = OutputOf<'counter.charge'>

const openSales = () => void Taro.navigateTo({ url: '/features/merchant/counterSales/index' })

/** One customer after the other: scan, what they buy, charge. */
export default function CounterPage() {
  const text = useText().counter
  const [visit, setVisit] = useState<Visit>()
  const [charged, setCharged] = useState<Charged>()
  const next = () => {
    setVisit(undefined)
    setCharged(undefined)
  }
  return (
    <Page id="counter-page" title={text.title}>
      {!visit && (
        <>
          <Scan onScanned={setVisit} />
          <View className="card rows">
            <LinkRow id="to-counterSales" label={text.toSales} onTap={openSales} />
          </View>
        </>
      )}
      {visit && <MemberFace visit={visit} onChange={charged ? undefined : next} />}
      {visit && !charged && <Bill key={visit.visit} visit={visit} onCharged={setCharged} />}
      {charged && <Outcome charged={charged} onNext={next} />}
    </Page>
  )
}
