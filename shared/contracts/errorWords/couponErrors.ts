import type { Words } from '@shared/kernel/words'

/** Coupons and their templates. */
export const COUPON_ERRORS = {
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
} as const satisfies Record<string, Words>
