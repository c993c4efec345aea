import { isPositive } from '@shared/kernel/isPositive'
import type { Words } from '@shared/kernel/words'
import { isPicture } from '../shop/picture'
import { sizeOf } from '../wallet/room'
import type { PrepaidRules } from '../wallet/settings'
import { MOST_AT_ONCE, type CardAmount, type CardDesign, type GiftCardSettings } from './settings'

const MOST_DESIGNS = 30
const MOST_AMOUNTS = 12

const REASONS = {
  tooManyDesigns: { zh: `最多 ${MOST_DESIGNS} 款卡面`, en: `There can be ${MOST_DESIGNS} faces at most` },
  tooManyAmounts: { zh: `最多 ${MOST_AMOUNTS} 种面额`, en: `There can be ${MOST_AMOUNTS} amounts at most` },
  sameId: { zh: '两款卡面使用了同一编号', en: 'Two faces have the same id' },
  noWords: { zh: '请用中文和英文填写卡面名称', en: 'Name each face in Chinese and English' },
  pictureUnknown: {
    zh: '卡面图片地址要以 https:// 或 cloud:// 开头',
    en: 'The address of a picture begins with https:// or cloud://',
  },
  noDesign: {
    zh: '请先启用至少一款卡面，再开始出售',
    en: 'Switch on one face at least before cards are sold',
  },
  noAmount: { zh: '请先设置面额，再开始出售', en: 'Set an amount before cards are sold' },
  sameAmount: { zh: '同一面额设置了两次', en: 'One amount is there twice' },
  amountNotPositive: {
    zh: '面额必须是大于零的整数（分）',
    en: 'An amount must be a whole number of fen above zero',
  },
  bonusNotWhole: {
    zh: '赠金必须是不小于零的整数（分）',
    en: 'Bonus must be a whole number of fen, and not below zero',
  },
  aboveBearer: {
    zh: '面额超过了不记名卡的上限',
    en: "An amount is above the most that a card may hold which is nobody's yet",
  },
  rangeBackwards: {
    zh: '自选面额的上限低于下限',
    en: 'The most that can be chosen is below the least',
  },
  atOnceNotPossible: {
    zh: `一次购买的张数必须在 1 到 ${MOST_AT_ONCE} 之间`,
    en: `From 1 to ${MOST_AT_ONCE} cards can be bought at once`,
  },
} as const satisfies Record<string, Words>

export type ImpossibleGiftCardsCode = keyof typeof REASONS

/** Something in the settings that cannot be saved: of which face (null for none of them), and why. */
export interface ImpossibleGiftCards {
  readonly code: ImpossibleGiftCardsCode
  readonly designId: string | null
  readonly reason: Words
}

/** Everything in the settings that cannot be saved, each with its reason; none when all can. */
export function impossibleGiftCards(
  settings: GiftCardSettings,
  prepaid: PrepaidRules,
): readonly ImpossibleGiftCards[] {
  const ofAll = [...codes(ofSelling(settings)), ...codes(ofAmounts(settings, prepaid))]
  return [
    ...ofAll.map((code) => ({ code, designId: null, reason: REASONS[code] })),
    ...settings.designs.flatMap((design) =>
      codes(ofDesign(design)).map((code) => ({ code, designId: design.id, reason: REASONS[code] })),
    ),
  ]
}

/** True for a card that the law lets be nobody's. */
export const isWithinBearer = ({ amountFen, bonusFen }: CardAmount, prepaid: PrepaidRules): boolean =>
  sizeOf({ principalFen: amountFen, bonusFen }, prepaid) <= prepaid.mostBearerFen

type Checks = Partial<Record<ImpossibleGiftCardsCode, boolean>>

function codes(checks: Checks): readonly ImpossibleGiftCardsCode[] {
  return (Object.keys(checks) as ImpossibleGiftCardsCode[]).filter((code) => checks[code])
}

function ofSelling({ isOn, designs, amounts, anyAmount, mostAtOnce }: GiftCardSettings): Checks {
  return {
    tooManyDesigns: designs.length > MOST_DESIGNS,
    sameId: new Set(designs.map(({ id }) => id)).size < designs.length,
    noDesign: isOn && !designs.some((design) => design.isOn),
    noAmount: isOn && amounts.length === 0 && anyAmount === null,
    atOnceNotPossible: !isPositive(mostAtOnce) || mostAtOnce > MOST_AT_ONCE,
  }
}

function ofAmounts({ amounts, anyAmount }: GiftCardSettings, prepaid: PrepaidRules): Checks {
  const chosen = anyAmount ? [anyAmount.leastFen, anyAmount.mostFen] : []
  const all = [...amounts, ...chosen.map((amountFen) => ({ amountFen, bonusFen: 0 }))]
  return {
    tooManyAmounts: amounts.length > MOST_AMOUNTS,
    sameAmount: new Set(amounts.map(({ amountFen }) => amountFen)).size < amounts.length,
    amountNotPositive: !all.every(({ amountFen }) => isPositive(amountFen)),
    bonusNotWhole: !amounts.every(({ bonusFen }) => bonusFen === 0 || isPositive(bonusFen)),
    aboveBearer: !all.every((amount) => isWithinBearer(amount, prepaid)),
    rangeBackwards: anyAmount !== null && anyAmount.mostFen < anyAmount.leastFen,
  }
}

function ofDesign({ name, picture }: CardDesign): Checks {
  return {
    noWords: name.zh.trim() === '' || name.en.trim() === '',
    pictureUnknown: !isPicture(picture),
  }
}
