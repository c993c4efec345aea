import type { OutputOf } from '@shared/contracts'
import type { CarrierCode } from '@shared/rules/shipping/carriers'
import { formatCount } from './format'

type Order = OutputOf<'shopOrders.readAny'>['order']
type WeChatPart = NonNullable<Order['refunds'][number]['wechat']>

const carriers: Record<CarrierCode, string> = {
  SF: '顺丰速运',
  ZTO: '中通快递',
  YTO: '圆通速递',
  YD: '韵达速递',
  STO: '申通快递',
  JTSD: '极兔速递',
  JD: '京东快递',
  EMS: 'EMS',
  YZPY: '邮政包裹',
  DBL: '德邦快递',
}

const states: Record<Order['state'], string> = {
  awaitingPayment: '待付款',
  paid: '待发货',
  shipped: '已发货',
  received: '已收货',
  cancelled: '已取消',
  refunded: '已退款',
}

const weChat: Record<WeChatPart, string> = {
  asked: '微信退款中',
  processing: '微信退款中',
  done: '微信已退款',
  refused: '微信没有退成，请到退款处理里看',
  returned: '微信没有退成，已退回余额',
  byHand: '已线下退款',
}

/** The words of orders, as the people of the shop handle them. */
export const zhOrderDesk = {
  title: '商城订单',
  entry: '商城订单',
  entryHint: '发货、退款',
  all: '全部',
  refundAsked: '退款申请',
  states,
  empty: '没有这样的订单',
  emptyHint: '顾客在商城下单后，会显示在这里。',
  seeAll: '看看全部订单',
  end: '没有更早的订单了',
  pieces: (n: number) => `共 ${formatCount(n)} 件`,
  asksRefund: '申请退款',
  refunded: (amount: string) => `已退 ${amount}`,
  order: {
    title: '订单',
    number: (id: string) => `订单号 ${id}`,
    paidWith: '付款方式',
    weChat: '微信支付',
    freight: '运费',
    receiver: '收货人',
    note: '买家留言',
    copy: '复制地址',
    copied: '已复制',
    explain: '看看怎么算的',
    timeline: '经过',
    refunds: '退款记录',
    receivedBy: (time: string) => `${time} 自动确认收货`,
    payUntil: (time: string) => `${time} 前付款，过时自动取消`,
    weChatPart: weChat,
  },
  ship: {
    title: '发货',
    carrier: '快递公司',
    number: '快递单号',
    placeholder: '输入或扫描快递单号',
    scan: '扫单号',
    confirm: '确认发货',
    done: '已发货',
    carriers,
  },
  asked: {
    title: '顾客申请退款',
    rest: '想退剩下的全部',
    lines: '想退部分商品',
    amount: (amount: string) => `想退 ${amount}`,
    decline: '不同意退款',
    reason: '不同意的原因',
    placeholder: '顾客会看到',
    declined: '已回复顾客',
  },
}
