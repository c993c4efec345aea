import type { Words } from '@shared/kernel/words'

/** What any call can be refused for. */
export const ANY_CALL_ERRORS = {
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
} as const satisfies Record<string, Words>
