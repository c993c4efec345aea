import type { Words } from '@shared/kernel/words'

/** Members and their books. */
export const MEMBER_ERRORS = {
  ENTRY_NOT_FOUND: {
    zh: '找不到这条明细。请返回列表刷新后重试。',
    en: 'This entry cannot be found. Go back to the list, refresh, and try again.',
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
  AUDIT_NOT_FOUND: {
    zh: '找不到这次对账。请刷新页面后重新发起。',
    en: 'This audit cannot be found. Refresh the page and start it again.',
  },
} as const satisfies Record<string, Words>
