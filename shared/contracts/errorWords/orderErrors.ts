import type { Words } from '@shared/kernel/words'

/** Quotes, orders, their points and their refunds. */
export const ORDER_ERRORS = {
  ROW_TWICE: {
    zh: '订单号 {externalId} 在同一批中出现了两次，整批未导入。请去掉重复的一行后重试。',
    en: 'Order {externalId} stands twice in one batch, so none of it was imported. Remove one of the rows and try again.',
  },
  ROW_IN_FUTURE: {
    zh: '订单 {externalId} 的日期 {placedDay} 还没有到，整批未导入。请改正日期后重试。',
    en: 'Order {externalId} is dated {placedDay}, which is still to come, so none of the batch was imported. Correct the date and try again.',
  },
  ORDER_NOT_FOUND: {
    zh: '找不到订单 {orderId}。请核对订单号和会员后重试。',
    en: 'Order {orderId} cannot be found. Check its number and the member, and try again.',
  },
  ORDER_NUMBER_TAKEN: {
    zh: '单号 {number} 已记过另一笔内容不同的销售，这次没有记入。请换一个单号。',
    en: 'Number {number} stands for another sale already, so nothing was recorded. Use another number.',
  },
  POINTS_STEP: {
    zh: '积分要按 {step} 的整数倍使用。请改正后重试。',
    en: 'Points are used in steps of {step}. Correct the number and try again.',
  },
  POINTS_MINIMUM: {
    zh: '每次至少使用 {minimum} 积分。请增加积分或不使用积分。',
    en: 'At least {minimum} points are used at a time. Use more, or none.',
  },
  POINTS_CAP: {
    zh: '这笔订单最多可用 {most} 积分。请减少后重试。',
    en: 'This order takes at most {most} points. Use fewer and try again.',
  },
  POINTS_MISSING: {
    zh: '可用积分还差 {missing}。请减少使用的积分。',
    en: 'There are {missing} points too few. Use fewer points.',
  },
  REFUND_TOO_MUCH: {
    zh: '退款超过了可退金额：商品最多可退 {left} 元，运费最多可退 {leftFreight} 元。请减少后重试。',
    en: 'That is more than can be refunded: at most ¥{left} for goods and ¥{leftFreight} for freight. Reduce it and try again.',
  },
  REFUND_NOTHING: {
    zh: '退款金额为 0，没有可退的内容。请填写要退的金额。',
    en: 'There is nothing to refund. Fill in the amount.',
  },
  REFUND_NUMBER_TAKEN: {
    zh: '退款号 {refundId} 已用于另一笔金额不同的退款，这次没有退。请换一个退款号。',
    en: 'Refund {refundId} was made for another amount already, so nothing was refunded. Use another number.',
  },
  REFUND_LINE_MISSING: {
    zh: '订单没有第 {line} 行（共 {lines} 行），这次没有退。请核对行号。',
    en: 'The order has no line {line} (there are {lines}), so nothing was refunded. Check the number of the line.',
  },
  REFUND_LINE_TOO_MUCH: {
    zh: '第 {line} 行最多还可退 {left} 元，这次没有退。请减少后重试。',
    en: 'Line {line} has ¥{left} left to refund, so nothing was refunded. Reduce it and try again.',
  },
  REFUNDS_TOO_MANY: {
    zh: '一笔订单最多退款 {most} 次，这次没有退。请在店内处理。',
    en: 'An order takes at most {most} refunds, so nothing was refunded. Settle it in the shop.',
  },
  ORDER_NOT_REFUNDABLE: {
    zh: '订单 {orderId} 是历史导入的订单，不能退款。请在店内处理。',
    en: 'Order {orderId} came in with past orders and cannot be refunded. Settle it in the shop.',
  },
  ORDER_IN_FUTURE: {
    zh: '订单 {orderId} 的时间 {placedAt} 还没有到，没有记入。请检查时钟和时区后重发。',
    en: 'Order {orderId} is placed at {placedAt}, which is still to come, so it was not recorded. Check the clock and the zone, and send it again.',
  },
  GOODS_UNAVAILABLE: {
    zh: '“{goods}”现在不能下单：{why}。请调整后重试。',
    en: '“{goods}” cannot be ordered now: {why}. Change it and try again.',
  },
  POINTS_WORTHLESS: {
    zh: '这些积分不足以抵扣 1 分钱。请增加积分或不使用积分。',
    en: 'These points are worth less than one fen. Use more, or none.',
  },
  QUOTE_CHANGED: {
    zh: '订单金额有变化，还没有下单：{changes}。请看过新的金额后再提交。',
    en: 'The order is not what was shown, so it was not placed: {changes}. Look at the new amounts and place it again.',
  },
  SHOP_ORDER_NUMBER_TAKEN: {
    zh: '这次请求已经用于另一笔订单，没有再下单。请返回重新提交。',
    en: 'This request was used for another order already, so none was placed. Go back and place it again.',
  },
  CARRIER_UNKNOWN: {
    zh: '不认识快递公司 {carrier}，这次没有发货。请从列表中选择。',
    en: 'There is no carrier {carrier}, so nothing was shipped. Choose one from the list.',
  },
  SHOP_ORDER_NOT_FOUND: {
    zh: '找不到这笔订单。请返回列表刷新后重试。',
    en: 'This order cannot be found. Go back to the list, refresh, and try again.',
  },
  SHOP_ORDER_NOT_NOW: {
    zh: '订单{state}，现在不能这样做。请刷新后查看。',
    en: 'The order is {state}, so this cannot be done now. Refresh to see it.',
  },
  REFUND_ASKED: {
    zh: '已经申请过退款，商家还没有答复。可以先撤回，再重新申请。',
    en: 'A refund was asked for already and is not answered yet. Withdraw it to ask anew.',
  },
  REFUND_CHANGED: {
    zh: '退款与刚才看到的不同，这次没有退：可能有人刚退过一部分。请重新查看后再退。',
    en: 'The refund is not what was shown, so nothing was refunded: somebody may just have refunded a part. Look at it again.',
  },
  REFUND_LINE_TWICE: {
    zh: '第 {line} 行写了两次，这次没有退。请只保留一次。',
    en: 'Line {line} stands twice, so nothing was refunded. Keep one of them.',
  },
  REFUND_QUANTITY_TOO_MUCH: {
    zh: '第 {line} 行最多还可退 {left} 件，这次没有退。请减少后重试。',
    en: 'Line {line} has {left} left to give back, so nothing was refunded. Reduce it and try again.',
  },
} as const satisfies Record<string, Words>
