import type { Condition } from '@shared/rules/tiers/conditions'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import { conditionText } from './conditionText'

const spend: Condition = { measure: 'spend', atLeast: 500_000 }
const growth: Condition = { measure: 'growth', atLeast: 15_000 }
const invitations: Condition = { measure: 'invitations', atLeast: 2 }

/** A measure, its sign and its amount stay on one line; here a space is a space. */
const spaced = (text: string): string => text.replace(/\u00a0/g, ' ')

test.each<[string, Condition, string, string]>([
  ['one measure', spend, '消费 ≥ 5,000 元', 'spend ≥ ¥5,000'],
  [
    'all of two',
    { all: [spend, invitations] },
    '消费 ≥ 5,000 元 且 邀请 ≥ 2 人',
    'spend ≥ ¥5,000 and invitations ≥ 2',
  ],
  [
    'groups in brackets',
    { any: [{ all: [spend, invitations] }, growth] },
    '（消费 ≥ 5,000 元 且 邀请 ≥ 2 人） 或 成长值 ≥ 15,000',
    '(spend ≥ ¥5,000 and invitations ≥ 2) or growth ≥ 15,000',
  ],
  ['a group of one without', { all: [{ any: [spend] }] }, '消费 ≥ 5,000 元', 'spend ≥ ¥5,000'],
  ['fen', { measure: 'largestOrder', atLeast: 19_950 }, '单笔 ≥ 199.50 元', 'one order ≥ ¥199.50'],
  [
    'what is not typed yet',
    { any: [{ measure: 'orders', atLeast: NaN }, { all: [] }] },
    '订单 ≥ … 次 或 （…）',
    'orders ≥ … or (…)',
  ],
])('%s', (_, condition, chinese, english) => {
  expect([spaced(conditionText(condition, zh.levels)), spaced(conditionText(condition, en.levels))]).toEqual([
    chinese,
    english,
  ])
})
