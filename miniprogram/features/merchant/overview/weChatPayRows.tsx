import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'

type State = NonNullable<OutputOf<'overview.read'>['weChatPay']>

/** The ways to WeChat's bills and to refunds by WeChat, with what there is to look after. */
export function WeChatPayRows({ state: { refusedRefunds, billDifferences } }: { readonly state: State }) {
  const text = useText().payments
  const { agrees, differs } = text.bills
  const billState =
    billDifferences === null ? undefined : billDifferences === 0 ? agrees : differs(billDifferences)
  return (
    <>
      <LinkRow
        id="to-bills"
        label={text.entryBills}
        value={billState}
        onTap={() => void Taro.navigateTo({ url: '/features/merchant/bills/index' })}
      />
      <LinkRow
        id="to-weChatRefunds"
        label={text.entryRefunds}
        value={refusedRefunds > 0 ? text.refunds.refused(refusedRefunds) : undefined}
        onTap={() => void Taro.navigateTo({ url: '/features/merchant/weChatRefunds/index' })}
      />
    </>
  )
}
