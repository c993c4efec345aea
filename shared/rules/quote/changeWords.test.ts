import { changeWords } from './changeWords'

test('what differs is told with what was shown and what it is now', () => {
  expect(changeWords({ what: 'wechat', shownFen: 21_000, nowFen: 123_000 })).toEqual({
    zh: '微信支付：原为 ¥210.00，现为 ¥1,230.00',
    en: 'WeChat Pay: ¥210.00 when shown, ¥1,230.00 now',
  })
  expect(changeWords({ what: 'points', shown: 3_000, now: 0 })).toEqual({
    zh: '使用积分：原为 3,000，现为 0',
    en: 'Points used: 3,000 when shown, 0 now',
  })
  expect(changeWords({ what: 'goods' }).en).toBe('The goods in the cart are not the same')
  expect(changeWords({ what: 'shares' }).en).toBe('The sums are the same, but not the share of each item')
})
