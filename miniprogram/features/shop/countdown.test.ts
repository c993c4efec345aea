import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import { countdown } from './countdown'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [59_999, '不到 1 分钟', 'less than a minute'],
  [MINUTE, '1 分钟', '1 minute'],
  [HOUR, '1 小时', '1 hour'],
  [HOUR + 5 * MINUTE, '1 小时 5 分钟', '1 hour 5 minutes'],
  [51 * HOUR + 5 * MINUTE, '2 天 3 小时', '2 days 3 hours'],
  [48 * HOUR + 5 * MINUTE, '2 天', '2 days'],
])('%d ms are %s', (ms, chinese, english) => {
  expect([countdown(ms, zh.shop), countdown(ms, en.shop)]).toEqual([chinese, english])
})
