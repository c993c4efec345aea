import type { Words } from '@shared/kernel/words'

/** Every refusal the product knows, with words for people that say what to do. `{name}` is filled from the error's data. */
export const ERRORS = {
  INVALID_INPUT: {
    zh: '提交的内容有误：{detail}。请检查后重试。',
    en: 'Something in the request is not right: {detail}. Please check it and try again.',
  },
  UNKNOWN_ACTION: {
    zh: '没有“{action}”这个功能。请更新小程序后重试。',
    en: 'There is no action “{action}”. Please update the app and try again.',
  },
  NOT_SIGNED_IN: {
    zh: '请在微信中打开本小程序后再试。',
    en: 'Please open this mini-program inside WeChat and try again.',
  },
  NOT_ALLOWED_HERE: {
    zh: '此功能只能由系统触发。',
    en: 'This function can only be run by the platform itself.',
  },
  NOT_A_MEMBER: {
    zh: '您还不是会员，请先一键入会。',
    en: 'You are not a member yet. Join with one tap first.',
  },
  FORBIDDEN: {
    zh: '您没有权限进行此操作（需要{role}的权限）。请联系店主。',
    en: "You are not allowed to do this (it needs the {role} role). Please ask the shop's owner.",
  },
  BUSY: {
    zh: '操作太频繁，系统正忙。请稍后重试，不会重复扣减或发放。',
    en: 'The system is busy right now. Please try again in a moment; nothing will be counted twice.',
  },
  INTERNAL: {
    zh: '系统出了点问题（编号 {requestId}）。请稍后重试，不会重复扣减或发放。',
    en: 'Something went wrong on our side (reference {requestId}). Please try again; nothing will be counted twice.',
  },
  ENTRY_NOT_FOUND: {
    zh: '找不到这条明细。请返回列表刷新后重试。',
    en: 'This entry cannot be found. Go back to the list, refresh, and try again.',
  },
  ROW_TWICE: {
    zh: '订单号 {externalId} 在同一批中出现了两次，整批未导入。请去掉重复的一行后重试。',
    en: 'Order {externalId} stands twice in one batch, so none of it was imported. Remove one of the rows and try again.',
  },
  ROW_IN_FUTURE: {
    zh: '订单 {externalId} 的日期 {placedDay} 还没有到，整批未导入。请改正日期后重试。',
    en: 'Order {externalId} is dated {placedDay}, which is still to come, so none of the batch was imported. Correct the date and try again.',
  },
  BIRTHDAY_IMPOSSIBLE: {
    zh: '生日要在 1900 年以后、今天以前。请改正后重试。',
    en: 'A birthday is after 1900 and not in the future. Correct it and try again.',
  },
  BIRTHDAY_CHANGED_LATELY: {
    zh: '生日一年只能改一次，{from}起可以改。',
    en: 'A birthday can be changed once a year. This one can be changed from {from}.',
  },
  BIRTHDAY_NEAR: {
    zh: '离生日只有 30 天或更近时不能更改，{from}起可以改。',
    en: 'A birthday cannot be changed in the 30 days before it, neither the old one nor the new. It can be from {from}.',
  },
  MEMBER_NOT_FOUND: {
    zh: '找不到这位会员。请核对会员编号后重试。',
    en: 'This member cannot be found. Check the member number and try again.',
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
  PAYMENT_MADE: {
    zh: '这笔款已经付过了，正在入账，不会重复扣款。请刷新查看。',
    en: 'This was paid already and is being booked; nothing is charged twice. Refresh to see it.',
  },
  PAYMENT_OVER: {
    zh: '付款时间已过，或已经取消，没有扣款。请重新下单。',
    en: 'The time to pay is over, or it was cancelled; nothing was charged. Please order again.',
  },
  PAYMENT_NOT_OFFERED: {
    zh: '本店暂不支持微信支付，没有扣款。请到店付款或联系店家。',
    en: 'This shop does not take WeChat Pay for this, and nothing was charged. Pay in the shop, or ask the shop.',
  },
  PAYMENT_UNAVAILABLE: {
    zh: '微信支付暂时没有回应，没有扣款。请稍后再点“去支付”。',
    en: 'WeChat Pay does not answer right now; nothing was charged. Please tap “Pay” again in a moment.',
  },
  ORDER_NOT_REFUNDABLE: {
    zh: '订单 {orderId} 是历史导入的订单，不能退款。请在店内处理。',
    en: 'Order {orderId} came in with past orders and cannot be refunded. Settle it in the shop.',
  },
  ORDER_IN_FUTURE: {
    zh: '订单 {orderId} 的时间 {placedAt} 还没有到，没有记入。请检查时钟和时区后重发。',
    en: 'Order {orderId} is placed at {placedAt}, which is still to come, so it was not recorded. Check the clock and the zone, and send it again.',
  },
  INTAKE_METHOD: {
    zh: '此地址只接受 POST 请求。请改用 POST。',
    en: 'This address takes POST requests only. Send it as POST.',
  },
  INTAKE_BODY: {
    zh: '请求内容无法读取，整批未处理：{detail}。请改正后重发。',
    en: 'The request cannot be read, so none of it was done: {detail}. Correct it and send it again.',
  },
  INTAKE_HEADER: {
    zh: '请求头 {header} 缺失或格式不对。请按接入文档签名后重发。',
    en: 'The header {header} is missing or malformed. Sign the request as the protocol says and send it again.',
  },
  INTAKE_KEY: {
    zh: '密钥 {key} 不存在或已停用。请向店主索取有效的密钥。',
    en: "Key {key} is not there or was switched off. Ask the shop's owner for a valid one.",
  },
  INTAKE_TIMESTAMP: {
    zh: '请求的时间与服务器相差超过 5 分钟（服务器时间 {now}）。请校准时钟后重新签名。',
    en: 'The timestamp is more than 5 minutes from the time here, {now}. Set the clock and sign again.',
  },
  INTAKE_SIGNATURE: {
    zh: '签名不正确，没有处理。请检查密钥和签名的内容。',
    en: 'The signature does not match, so nothing was done. Check the secret and what is signed.',
  },
  INTAKE_NONCE: {
    zh: '这个随机串已经用过，请求没有处理。重发时请换新的随机串并重新签名，已记入的内容不会重复。',
    en: 'This nonce was used before, so nothing was done. To send again, take a new nonce and sign again; what is in already is not counted twice.',
  },
  INTAKE_SOURCE_TAKEN: {
    zh: '来源 {source} 已有密钥。请用“更换密钥”，或换一个来源名称。',
    en: 'Source {source} has keys already. Replace its key, or choose another name.',
  },
  INTAKE_SOURCE_RESERVED: {
    zh: '来源名称 {source} 由系统保留。请换一个名称。',
    en: 'The name {source} is kept for the shop itself. Choose another one.',
  },
  INTAKE_KEY_NOT_FOUND: {
    zh: '找不到这个密钥。请刷新页面后重试。',
    en: 'This key cannot be found. Refresh the page and try again.',
  },
  INTAKE_TWO_KEYS: {
    zh: '来源 {source} 已有两个有效密钥。请先停用旧的，再生成新的。',
    en: 'Source {source} has two valid keys already. Switch the old one off before making another.',
  },
  SETTINGS_CHANGED: {
    zh: '您打开之后，这项设置又有人保存过（现在是第 {version} 版），所以这次没有保存。请载入最新设置，看过后再改。',
    en: 'Somebody saved these settings after you opened them (version {version} now), so yours were not saved. Load the latest, look at them, and make your change again.',
  },
  IMPOSSIBLE_SETTINGS: {
    zh: '这些设置不能一起使用：{why}。请改正后再保存。',
    en: 'These settings do not go together: {why}. Correct them and save again.',
  },
  ASSISTANT_UNAVAILABLE: {
    zh: '有付费或双重类型的等级时，助手无法给出建议。请把所有等级改为普通类型后重试。',
    en: 'The assistant cannot propose levels while one is paid or dual. Make every level basic and try again.',
  },
  AVERAGE_ORDER_MISSING: {
    zh: '近 12 个月没有可用的客单价。请填写客单价（至少 1 元）后重试。',
    en: 'The last 12 months give no average order to go by. Enter one of ¥1 or more and try again.',
  },
  LEVELS_OFF: {
    zh: '会员等级已停用，这次没有改动。请先在等级设置里启用。',
    en: 'The levels are switched off, so nothing was changed. Switch them on in the settings of levels first.',
  },
  LEVEL_NOT_FOUND: {
    zh: '找不到这个等级，可能刚被删除。请刷新后重新选择。',
    en: 'This level cannot be found; it may just have been removed. Refresh and choose again.',
  },
  DAY_PASSED: {
    zh: '{day} 已经过去。请选择今天或以后的日期。',
    en: '{day} is over. Choose today or a later day.',
  },
  NO_LEVEL_GIVEN: {
    zh: '这位会员没有商家给予的等级，无需收回。请刷新页面。',
    en: 'This member has no level given by the store, so there is nothing to take back. Refresh the page.',
  },
  COUPON_NOT_FOUND: {
    zh: '找不到这张券。请刷新后重试。',
    en: 'This coupon cannot be found. Refresh and try again.',
  },
  COUPON_USED: {
    zh: '这张券已经用掉了。请换一张。',
    en: 'This coupon has been used. Choose another one.',
  },
  COUPON_LOCKED: {
    zh: '有一笔未付款的订单正在使用这张券。请等订单付款或取消后重试。',
    en: 'An order that is not paid yet holds this coupon. Try again once it is paid or cancelled.',
  },
  COUPON_VOIDED: {
    zh: '这张券已被商家作废。',
    en: 'The store has made this coupon void.',
  },
  COUPON_EXPIRED: {
    zh: '这张券只能用到 {validUntil}，已经过期。',
    en: 'This coupon was good until {validUntil} and has expired.',
  },
  COUPON_TEMPLATE_NOT_FOUND: {
    zh: '找不到这种券。请刷新后重新选择。',
    en: 'There is no such coupon. Refresh and choose again.',
  },
  COUPON_TEMPLATE_OFF: {
    zh: '这种券已停止发放。已经拿到的可以照常使用。',
    en: 'This coupon is no longer issued. Those that are held can be used as before.',
  },
  COUPON_TEMPLATE_OVER: {
    zh: '这种券的有效期到 {validUntil} 为止，已经不能发放。',
    en: 'This coupon was good until {validUntil}, so it can no longer be issued.',
  },
  COUPON_NOT_CLAIMABLE: {
    zh: '这种券不能自己领取，由商家发放。',
    en: 'This coupon cannot be claimed; the store gives it out.',
  },
  COUPON_SOLD_OUT: {
    zh: '这种券已经发完了。',
    en: 'All of these coupons have been issued.',
  },
  COUPON_NOT_FOR_LEVEL: {
    zh: '这种券只给指定等级的会员。',
    en: 'This coupon is for members on other levels.',
  },
  COUPON_NEEDS_BIRTHDAY: {
    zh: '这种券在生日当月可用。请先在“我的”填写生日。',
    en: 'This coupon is good in the month of the birthday. Tell the birthday on the page “Me” first.',
  },
  COUPON_LIMIT: {
    zh: '这种券每人最多 {limit} 张，已经领满。',
    en: 'One member can have {limit} of this coupon, and that many were given.',
  },
  COUPON_JOB_NOT_FOUND: {
    zh: '找不到这次发放。请刷新页面。',
    en: 'This giving cannot be found. Refresh the page.',
  },
  AUDIT_NOT_FOUND: {
    zh: '找不到这次对账。请刷新页面后重新发起。',
    en: 'This audit cannot be found. Refresh the page and start it again.',
  },
  PRODUCT_NOT_FOUND: {
    zh: '找不到这件商品，可能已被移除。请返回列表刷新后重新选择。',
    en: 'This product cannot be found; it may have been removed. Go back to the list, refresh, and choose again.',
  },
  PRODUCT_CHANGED: {
    zh: '您打开之后，这件商品又有人保存过（现在是第 {version} 版），所以这次没有保存。请载入最新内容，看过后再改。',
    en: 'Somebody saved this product after you opened it (version {version} now), so yours was not saved. Load the latest, look at it, and make your change again.',
  },
  PRODUCT_TAKEN: {
    zh: '商品编号“{product}”已经用于另一件商品，这次没有保存。请换一个编号。',
    en: 'The product number “{product}” stands for another product already, so nothing was saved. Use another number.',
  },
  IMPOSSIBLE_PRODUCT: {
    zh: '商品还不能保存：{why}。请改正后再保存。',
    en: 'The product cannot be saved yet: {why}. Correct it and save again.',
  },
  CATEGORIES_CHANGED: {
    zh: '您打开之后，分类又有人保存过（现在是第 {version} 版），所以这次没有保存。请载入最新分类，看过后再改。',
    en: 'Somebody saved the categories after you opened them (version {version} now), so yours were not saved. Load the latest, look at them, and make your change again.',
  },
  CATEGORY_IN_USE: {
    zh: '分类“{category}”里还有商品，不能删除。请先把商品移到别的分类。',
    en: 'The category “{category}” still has products, so it cannot be removed. Move them to another one first.',
  },
  IMPOSSIBLE_CATEGORIES: {
    zh: '分类不能这样保存：{why}。请改正后再保存。',
    en: 'The categories cannot be saved so: {why}. Correct them and save again.',
  },
  STOCK_SHORT: {
    zh: '可减少的库存只有 {left} 件，其余已售出或为未付款订单保留，这次没有改动。请减少数量。',
    en: 'Only {left} can be taken off; the rest is sold or held for orders that are not paid yet. Nothing was changed. Take off fewer.',
  },
  STOCK_NOT_FOUND: {
    zh: '这个规格还没有库存记录。请先保存商品，再调整库存。',
    en: 'This choice has no stock yet. Save the product first, then change its stock.',
  },
  FAVOURITES_FULL: {
    zh: '收藏最多 {most} 件，这件没有收藏。请先取消一些收藏。',
    en: 'There is room for {most} favourites, so this one was not added. Take some out first.',
  },
  GOODS_UNAVAILABLE: {
    zh: '“{goods}”现在不能下单：{why}。请调整后重试。',
    en: '“{goods}” cannot be ordered now: {why}. Change it and try again.',
  },
  COUPON_TWICE: {
    zh: '同一张券选了两次。请取消其中一次。',
    en: 'One coupon was chosen twice. Take it out once.',
  },
  COUPON_NOT_YET: {
    zh: '这张券从 {validFrom}起可用。请换一张，或到时再用。',
    en: 'This coupon can be used from {validFrom}. Choose another one, or wait until then.',
  },
  COUPON_OUT_OF_SCOPE: {
    zh: '这张券不能用于所选的商品。请换一张。',
    en: 'This coupon is not for these goods. Choose another one.',
  },
  COUPON_NOT_TOGETHER: {
    zh: '这张券不能与已选的另一张券同时使用。请只选其中一张。',
    en: 'This coupon does not go together with another one that is chosen. Choose one of them.',
  },
  COUPON_BELOW_AMOUNT: {
    zh: '使用这张券还差 {missing} 元。请再加一些适用的商品，或换一张。',
    en: 'This coupon asks for ¥{missing} more. Add goods that it is for, or choose another one.',
  },
  COUPON_BELOW_QUANTITY: {
    zh: '使用这张券还差 {missing} 件。请再加一些适用的商品，或换一张。',
    en: 'This coupon asks for {missing} more to be bought. Add goods that it is for, or choose another one.',
  },
  COUPON_TAKES_NOTHING: {
    zh: '这张券在这笔订单上没有可减的金额。请留到下次使用。',
    en: 'This coupon would take nothing off this order. Keep it for another one.',
  },
  POINTS_WORTHLESS: {
    zh: '这些积分不足以抵扣 1 分钱。请增加积分或不使用积分。',
    en: 'These points are worth less than one fen. Use more, or none.',
  },
  WALLET_SHORT: {
    zh: '可用余额只有 {free} 元，还差 {missing} 元。请减少使用的余额。',
    en: 'Only ¥{free} of the balance can be used, ¥{missing} too little. Use less of it.',
  },
  WALLET_TOO_MANY_HOLDS: {
    zh: '已有 {most} 笔待付款的订单占用余额。请先付款或取消其中一些。',
    en: '{most} orders that are not paid yet hold some of the balance. Pay or cancel some of them first.',
  },
  QUOTE_CHANGED: {
    zh: '订单金额有变化，还没有下单：{changes}。请看过新的金额后再提交。',
    en: 'The order is not what was shown, so it was not placed: {changes}. Look at the new amounts and place it again.',
  },
  PAYMENT_NOT_SET_UP: {
    zh: '商家还没有开通微信支付，这次没有下单或付款。请联系商家。',
    en: 'The shop does not take WeChat Pay yet, so nothing was placed or paid. Please ask the shop.',
  },
  PAYMENT_UNREACHABLE: {
    zh: '微信支付暂时没有应答。请稍后重试，不会重复扣款。',
    en: 'WeChat Pay does not answer right now. Try again in a moment; nothing will be paid twice.',
  },
  SHOP_ORDER_NUMBER_TAKEN: {
    zh: '这次请求已经用于另一笔订单，没有再下单。请返回重新提交。',
    en: 'This request was used for another order already, so none was placed. Go back and place it again.',
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

/** Values of a refusal's data that people know by another word. */
export const TERMS: Readonly<Record<string, Words>> = {
  clerk: { zh: '店员', en: 'clerk' },
  manager: { zh: '店长', en: 'manager' },
  owner: { zh: '店主', en: 'owner' },
}

export type ErrorCode = keyof typeof ERRORS

/** Refusals that any call can answer with. */
export const COMMON_ERRORS = [
  'INVALID_INPUT',
  'UNKNOWN_ACTION',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED_HERE',
  'NOT_A_MEMBER',
  'FORBIDDEN',
  'BUSY',
  'INTERNAL',
] as const satisfies readonly ErrorCode[]

/** Something about the levels or their benefits that cannot be saved, where it is (neither: it concerns them all), and why. */
export interface ImpossibleSetting {
  readonly code: string
  readonly levelId: string | null
  readonly benefitId: string | null
  readonly reason: Words
}

type RefusalData = Readonly<Record<string, string | number | Words | readonly ImpossibleSetting[]>>

/** What a use case refuses with: a code of its contract and what the words and the page need. */
export interface Refusal<Code extends ErrorCode = ErrorCode> {
  readonly code: Code
  readonly data?: RefusalData
}

/** What the caller receives. */
export interface CallError {
  readonly code: ErrorCode
  readonly message: string
  readonly data?: RefusalData
}
