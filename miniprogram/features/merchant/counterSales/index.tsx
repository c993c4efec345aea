import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import type { InputOf, OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { RecordedSheet } from './recordedSheet'
import { SaleRow } from './saleRow'
import './index.scss'

type Sales = OutputOf<'counter.sales'>
export type SaleCard = Sales['sales'][number]
type Cursor = NonNullable<InputOf<'counter.sales'>['cursor']>

const pageOf = ({ sales, nextCursor }: Sales) => ({ items: sales, nextCursor })
const load = async (cursor: Cursor) => pageOf(await call('merchant', 'counter.sales', { cursor }))
const openSale = (id: string) =>
  void Taro.navigateTo({ url: `/features/merchant/counterSale/index?id=${encodeURIComponent(id)}` })

/** What was sold at the counter; each leads to its refund. */
export default function CounterSalesPage() {
  const text = useText().counter.sales
  const query = useQuery('merchant', 'counter.sales', {})
  const list = useOlder<SaleCard, Cursor>(query.value && pageOf(query.value), load)
  const [recorded, setRecorded] = useState<SaleCard>()
  useReachBottom(list.loadMore)
  return (
    <Page id="counter-sales-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[92, 92, 92]}>
        {() =>
          list.items.length === 0 ? (
            <PictureState
              id="no-counter-sales"
              picture="card"
              title={text.empty}
              text={text.emptyHint}
              action={{ id: 'to-counter', label: text.toCounter, run: () => void Taro.navigateBack() }}
            />
          ) : (
            <View id="counter-sales">
              {list.items.map((sale) => (
                <SaleRow
                  key={sale.id}
                  sale={sale}
                  onTap={() => (sale.kind === 'charged' ? openSale(sale.id) : setRecorded(sale))}
                />
              ))}
              <ListFoot id="counter-sales-more" list={list} end={text.end} />
            </View>
          )
        }
      </QueryView>
      {recorded && (
        <RecordedSheet
          sale={recorded}
          onClose={() => setRecorded(undefined)}
          onRefunded={async () => {
            setRecorded(undefined)
            await query.refresh()
          }}
        />
      )}
    </Page>
  )
}
