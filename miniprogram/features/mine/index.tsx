import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/api/useQuery'
import { formatAtMost, formatCount, formatMoney } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { openOrders } from '../shopOrders/ways'
import { BirthdayRow } from './birthdayRow'
import { LanguageRow } from './languageRow'
import { ProfileHead } from './profileHead'

/** The unread messages are not counted further. */
const MOST_COUNTED = 99

const open = (url: string) => () => void Taro.navigateTo({ url })

export default function MinePage() {
  const text = useText()
  const home = useQuery('shopper', 'home.read', {})
  const staff = useQuery('merchant', 'staff.me', {})
  const inbox = useQuery('shopper', 'messages.list', {})
  // What was seen before is no count of now.
  const unread = inbox.failure ? 0 : (inbox.value?.unread ?? 0)
  const member = home.value?.state === 'member' ? home.value : undefined
  const role = staff.value?.role
  const refresh = async () => {
    await Promise.all([home.refresh(), staff.refresh(), inbox.refresh()])
  }
  return (
    <Page id="mine-page" title={text.mine.title} isTab onRefresh={refresh}>
      <QueryView query={home} skeleton={[88]}>
        {(value) => <ProfileHead home={value} />}
      </QueryView>
      <View className="card rows">
        <LinkRow
          id="messages-row"
          label={text.mine.messages}
          value={unread > 0 ? text.mine.unread(formatAtMost(unread, MOST_COUNTED)) : undefined}
          onTap={open('/features/messages/index')}
        />
        {member && <LinkRow id="orders-row" label={text.shopOrders.title} onTap={openOrders} />}
        {member && (
          <LinkRow
            id="wallet-row"
            label={text.wallet.title}
            value={formatMoney(member.balances.principal + member.balances.bonus)}
            onTap={open('/features/wallet/index')}
          />
        )}
        {member && (
          <LinkRow id="coupons-row" label={text.coupons.title} onTap={open('/features/coupons/index')} />
        )}
        {member && (
          <LinkRow
            id="benefits-row"
            label={text.ownBenefits.title}
            onTap={open('/features/benefits/index')}
          />
        )}
        {member && (
          <LinkRow
            id="growth-row"
            label={text.growth.title}
            value={formatCount(member.balances.growth)}
            onTap={open('/features/growth/index')}
          />
        )}
        <LinkRow id="checkin-row" label={text.mine.checkin} onTap={open('/features/checkin/index')} />
        {role && (
          <LinkRow
            id="merchant-entry"
            label={text.mine.merchant}
            value={text.mine.merchantHint[role]}
            onTap={open('/features/merchant/overview/index')}
          />
        )}
      </View>
      <View className="card rows">
        {member && <BirthdayRow birthday={member.birthday} today={member.today} onChanged={home.refresh} />}
        <LanguageRow />
        <LinkRow id="privacy-row" label={text.mine.privacy} onTap={open('/features/privacy/index')} />
      </View>
    </Page>
  )
}
