import { Text, View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { call } from '@/api/call'
import type { ListPage } from '@/api/listPages'
import { useOlder } from '@/api/useOlder'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { LinkRow } from '@/ui/linkRow'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Tap } from '@/ui/tap'
import { Ticket } from '@/ui/ticket'
import './index.scss'

type Answer = OutputOf<'couponTemplates.list'>
type Template = Answer['templates'][number]
type Cursor = NonNullable<Answer['nextCursor']>

const pageOf = ({ templates, nextCursor }: Answer): ListPage<Template, Cursor> => ({
  items: templates,
  nextCursor,
})

const open = (query = '') => void Taro.navigateTo({ url: `/features/merchant/coupon/index${query}` })
const toGiveMany = () => void Taro.navigateTo({ url: '/features/merchant/giveCoupons/index' })

/** The kinds of coupons of the shop, newest first. */
export default function MerchantCouponsPage() {
  const { shop: text } = useText().coupons
  const query = useQuery('merchant', 'couponTemplates.list', {})
  const load = async (cursor: Cursor) => pageOf(await call('merchant', 'couponTemplates.list', { cursor }))
  const list = useOlder(query.value && pageOf(query.value), load)
  useReachBottom(list.loadMore)
  return (
    <Page id="merchant-coupons-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[56, 104, 104, 104]}>
        {() =>
          list.items.length === 0 ? (
            <PictureState
              id="templates-empty"
              picture="card"
              title={text.empty}
              text={text.emptyHint}
              action={{ id: 'add-template', label: text.add, run: () => open() }}
            />
          ) : (
            <>
              <View className="card rows">
                <LinkRow id="to-give-many" label={text.giveMany} onTap={toGiveMany} />
              </View>
              {list.items.map((template) => (
                <TemplateRow key={template.id} template={template} />
              ))}
              <ListFoot id="templates-more" list={list} end={text.end} />
              <BusyButton id="add-template" label={text.add} onPress={() => open()} />
            </>
          )
        }
      </QueryView>
    </Page>
  )
}

function TemplateRow({ template }: { readonly template: Template }) {
  const { coupons } = useText()
  const { shop: text } = coupons
  const words = useWords()
  const { id, kind, name, worth, validity, isOn, isOver, claimable, issued, total } = template
  const isRunning = isOn && !isOver
  return (
    <Tap id={`template-${id}`} onTap={() => open(`?id=${id}`)}>
      <Ticket worth={words(worth)} kind={coupons.kinds[kind]} name={words(name)} isPast={!isRunning}>
        <Text className="soft figure">{words(validity)}</Text>
        <View className="ticket__days figure">
          <Text className={isRunning ? 'ticket__soon' : 'soft'}>
            {isRunning ? text.on : isOn ? text.over : text.off}
          </Text>
          {claimable && <Text className="soft">{text.claimable}</Text>}
          <Text className="soft">{text.issued(issued, total)}</Text>
        </View>
      </Ticket>
    </Tap>
  )
}
