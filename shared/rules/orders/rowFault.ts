import type { Day } from '@shared/kernel/day'
import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import type { Column } from './importHeader'

/** The longest line that a row of an order may take; a longer one is no row. */
export const LINE_MAX_BYTES = 64 * 1024
/** Leaves room for day, quantity, amount and ordinal in an id of 96. */
export const CUSTOMER_MAX = 56
export const OPENID_MAX = 64
export const ORDER_NUMBER_MAX = 96
export const QUANTITY_MAX = 1_000_000
export const AMOUNT_MAX_FEN = 10_000_000_000

/** Why one row stays out. `text` is what stood there. */
export type RowFault =
  | { readonly code: 'lineTooLong' }
  | { readonly code: 'wrongEncoding' }
  | { readonly code: 'brokenQuotes' }
  | { readonly code: 'tooManyFields'; readonly found: number; readonly expected: number }
  | { readonly code: 'missingField'; readonly column: Column }
  | { readonly code: 'fieldTooLong'; readonly column: Column; readonly max: number }
  | { readonly code: 'controlCharacter'; readonly column: Column }
  | { readonly code: 'noDate'; readonly text: string }
  | { readonly code: 'inFuture'; readonly text: string; readonly today: Day }
  | { readonly code: 'noQuantity'; readonly text: string }
  | { readonly code: 'noAmount'; readonly text: string }
  | { readonly code: 'negativeAmount'; readonly text: string }
  | { readonly code: 'amountTooLarge'; readonly text: string }
  | { readonly code: 'orderNumberTaken'; readonly order: string; readonly line: number }
  | { readonly code: 'openidDiffers'; readonly line: number }

type WordsOf = { readonly [Code in RowFault['code']]: (fault: Extract<RowFault, { code: Code }>) => Words }

const WORDS: WordsOf = {
  lineTooLong: () => ({
    zh: `这一行超过 ${LINE_MAX_BYTES / 1024} KB，不是一条订单。`,
    en: `This line is longer than ${LINE_MAX_BYTES / 1024} KB, so it is no order.`,
  }),
  wrongEncoding: () => ({
    zh: '这一行不是 UTF-8 编码。请将文件另存为 UTF-8 后重试。',
    en: 'This line is not UTF-8. Save the file as UTF-8 and import it again.',
  }),
  brokenQuotes: () => ({
    zh: '引号不成对。一条订单须写在一行内，字段中的引号须写成两个。',
    en: 'The quotes do not match. An order takes one line, and a quote inside a field is written twice.',
  }),
  tooManyFields: ({ found, expected }) => ({
    zh: `有 ${found} 个字段，应为 ${expected} 个。`,
    en: `There are ${found} fields where ${expected} belong.`,
  }),
  missingField: ({ column }) => ({ zh: `缺少 ${column}。`, en: `The ${column} is missing.` }),
  fieldTooLong: ({ column, max }) => ({
    zh: `${column} 超过 ${max} 个字符。`,
    en: `The ${column} is longer than ${max} characters.`,
  }),
  controlCharacter: ({ column }) => ({
    zh: `${column} 中有不可见的控制字符。`,
    en: `The ${column} has an invisible control character in it.`,
  }),
  noDate: ({ text }) => ({
    zh: `“${text}”不是有效日期，应写作 2024-01-31。`,
    en: `“${text}” is no date; write it as 2024-01-31.`,
  }),
  inFuture: ({ text, today }) => ({
    zh: `日期 ${text} 还没有到（店铺今天是 ${today}）。`,
    en: `The date ${text} is still to come; the shop's today is ${today}.`,
  }),
  noQuantity: ({ text }) => ({
    zh: `“${text}”不是有效件数，应为 0 至 ${QUANTITY_MAX} 的整数。`,
    en: `“${text}” is no number of items; it must be a whole number from 0 to ${QUANTITY_MAX}.`,
  }),
  noAmount: ({ text }) => ({
    zh: `“${text}”不是有效金额，应以元为单位，最多两位小数，如 12.50。`,
    en: `“${text}” is no amount; write yuan with at most two decimals, such as 12.50.`,
  }),
  negativeAmount: ({ text }) => ({
    zh: `金额 ${text} 为负数。退款不是订单，请从文件中移除。`,
    en: `The amount ${text} is negative. A refund is no order; leave it out of the file.`,
  }),
  amountTooLarge: ({ text }) => ({
    zh: `金额 ${text} 过大，一笔订单最多 ${yuanText(AMOUNT_MAX_FEN)} 元。`,
    en: `The amount ${text} is too large; one order is at most ${yuanText(AMOUNT_MAX_FEN)} yuan.`,
  }),
  orderNumberTaken: ({ order, line }) => ({
    zh: `订单号 ${order} 已在第 ${line} 行出现。一笔订单只能占一行。`,
    en: `Order ${order} is already on line ${line}. An order takes one row.`,
  }),
  openidDiffers: ({ line }) => ({
    zh: `该顾客在第 ${line} 行是另一个 openid。`,
    en: `This customer has another openid on line ${line}.`,
  }),
}

/** What to tell people about a row that stays out. */
export function rowFaultWords(fault: RowFault): Words {
  // The table has exactly the words of this code, which the compiler cannot follow through a union.
  const words = WORDS[fault.code] as (fault: RowFault) => Words
  return words(fault)
}
