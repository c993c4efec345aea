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

/** What a use case refuses with: a code of its contract and what the words and the page need. */
export interface Refusal<Code extends ErrorCode = ErrorCode> {
  readonly code: Code
  readonly data?: Readonly<Record<string, string | number>>
}

/** What the caller receives. */
export interface CallError {
  readonly code: ErrorCode
  readonly message: string
  readonly data?: Readonly<Record<string, string | number>>
}
