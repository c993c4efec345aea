import type { Words } from '@shared/kernel/words'

/** Refusals of gift cards: buying, claiming, giving back, and printed batches. */
export const GIFT_CARD_ERRORS = {
  GIFT_CARDS_OFF: {
    zh: '商家暂时没有出售礼品卡。已有的礼品卡仍可领取和退款。',
    en: 'Gift cards are not sold at the moment. Those that were sold can still be claimed and refunded.',
  },
  GIFT_CARD_DESIGN_UNKNOWN: {
    zh: '这款卡面已下架。请选择其他卡面。',
    en: 'This face is no longer offered. Choose another one.',
  },
  GIFT_CARD_AMOUNT_UNKNOWN: {
    zh: '没有这个面额。请选择页面上的面额。',
    en: 'This amount is not offered. Choose one that is shown.',
  },
  GIFT_CARD_COUNT: {
    zh: '一次可以买 1 到 {most} 张。请修改张数。',
    en: 'From 1 to {most} cards can be bought at once. Change the number.',
  },
  GIFT_CARD_ABOVE_BEARER: {
    zh: '一张未领取的礼品卡最多 {most} 元。请选择较小的面额。',
    en: "A card that is nobody's yet holds at most ¥{most}. Choose a smaller amount.",
  },
  GIFT_CARD_BALANCE_NOT_TAKEN: {
    zh: '商家不允许用余额购买礼品卡。请用微信支付。',
    en: 'The shop does not take stored value for gift cards. Pay by WeChat Pay.',
  },
  GIFT_CARD_OFFER_CHANGED: {
    zh: '礼品卡的价格或加赠刚刚有变化，还没有付款。请看过最新的内容后重新购买。',
    en: 'What the card costs or holds has just changed, so nothing was paid. Look at it again and buy.',
  },
  GIFT_PURCHASE_NOT_FOUND: {
    zh: '找不到这次购买。请返回我的礼品卡刷新。',
    en: 'This purchase cannot be found. Go back to your gift cards and refresh.',
  },
  GIFT_CARD_NOT_FOUND: {
    zh: '找不到这张礼品卡。请返回列表刷新。',
    en: 'This gift card cannot be found. Go back to the list and refresh.',
  },
  GIFT_CARD_CODE_UNKNOWN: {
    zh: '无法识别这个礼品卡码。请核对后重新输入，或重新扫码。',
    en: 'This is no code of a gift card. Check it and type it again, or scan it again.',
  },
  GIFT_CARD_TRIES: {
    zh: '输入错误的卡码次数过多，请在 {minutes} 分钟后再试。',
    en: 'Too many wrong codes were tried. Try again in {minutes} minutes.',
  },
  GIFT_CARD_NOT_PAID: {
    zh: '这张礼品卡还没有生效。请向送卡人或商家确认。',
    en: 'This gift card is not active yet. Ask whoever gave it, or the shop.',
  },
  GIFT_CARD_PAID: {
    zh: '这张礼品卡已经生效，不能再次激活。',
    en: 'This gift card is active already and cannot be activated again.',
  },
  GIFT_CARD_CLAIMED: {
    zh: '这张礼品卡已被领取。如有疑问请联系商家。',
    en: 'This gift card has been claimed already. Ask the shop if that is a surprise.',
  },
  GIFT_CARD_REFUNDED: {
    zh: '这张礼品卡已退款，不能再使用。',
    en: 'This gift card was refunded and cannot be used any more.',
  },
  GIFT_CARD_VOIDED: {
    zh: '这张礼品卡已作废。请联系商家。',
    en: 'This gift card was made void. Please ask the shop.',
  },
  GIFT_CARD_NOT_BOUGHT: {
    zh: '这张礼品卡不是购买的，不能退款。',
    en: 'This gift card was not bought, so it cannot be refunded.',
  },
  GIFT_CARD_HAS_GIVER: {
    zh: '这张礼品卡的金额已退给送卡人，不能重新激活。',
    en: 'What this card held went back to its giver, so it cannot be made good again.',
  },
  GIFT_CARD_EXPIRED: {
    zh: '这张礼品卡已于 {validUntil} 过期。请联系送卡人或商家。',
    en: 'This gift card was good until {validUntil}. Ask whoever gave it, or the shop.',
  },
  GIFT_CARD_NOT_OVER: {
    zh: '这张礼品卡有效期至 {validUntil}，还没有过期。',
    en: 'This gift card is good until {validUntil}; its days are not over.',
  },
  GIFT_CARD_NO_ROOM: {
    zh: '您的余额最多 {most} 元，现在还能存 {room} 元，放不下这张卡。请先使用一些余额，卡会保留。',
    en: 'Your balance holds at most ¥{most} and has room for ¥{room}, too little for this card. Use some of it first; the card stays as it is.',
  },
  GIFT_CODE_UNAVAILABLE: {
    zh: '这张卡的卡码无法再显示，请联系商家作废后退款。',
    en: 'The code of this card cannot be shown any more. Ask the shop to make the card void, so that it is paid back.',
  },
  GIFT_BATCH_NOT_FOUND: {
    zh: '找不到这批礼品卡。请返回列表刷新。',
    en: 'This batch cannot be found. Go back to the list and refresh.',
  },
  GIFT_BATCH_IMPOSSIBLE: { zh: '无法制作这批卡：{why}。', en: 'This batch cannot be made: {why}.' },
  GIFT_BATCH_NOT_MADE: {
    zh: '这批卡已制作 {made}/{count} 张，全部完成后才能导出。',
    en: '{made} of {count} cards are made. They can be exported once all are.',
  },
  GIFT_BATCH_EXPORTED: {
    zh: '这批卡的卡码已于 {day} 导出。为了安全只能导出一次。',
    en: 'The codes of this batch were exported on {day}. For safety that can be done only once.',
  },
  GIFT_BATCH_NOT_EXPORTED: {
    zh: '这批卡还没有导出，不能激活。请先导出并印制。',
    en: 'This batch was not exported yet, so none of it can be sold. Export and print it first.',
  },
  GIFT_BATCH_NUMBERS: {
    zh: '卡号要在 1 到 {count} 之间，起始号不能大于结束号。',
    en: 'Numbers run from 1 to {count}, and the first is not above the last.',
  },
} as const satisfies Record<string, Words>
