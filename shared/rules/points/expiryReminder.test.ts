import { expiryReminder } from './expiryReminder'

const reminder = (day: string, daysBefore: number, points = 1_200) =>
  expiryReminder('m', '2027-12-31', daysBefore, points, 7, day)

test('says how many points, until when, and where to see them', () => {
  expect(reminder('2027-12-01', 30)).toEqual({
    _id: 'pointsExpiring:m:2027-12-31:30',
    schemaVersion: 1,
    member: 'm',
    kind: 'pointsExpiring',
    at: 7,
    day: '2027-12-01',
    title: { zh: '1,200 积分将在 30 天后到期', en: '1,200 points lapse in 30 days' },
    text: {
      zh: '可以用到 2027年12月31日当天，之后失效。在积分页能看到每一批积分什么时候到期。',
      en: 'Good up to and including 31 Dec 2027. The points page shows when each batch lapses.',
    },
    link: 'points',
  })
})

test.each([
  ['2027-12-24', 7, { zh: '1,200 积分将在 7 天后到期', en: '1,200 points lapse in 7 days' }],
  ['2027-12-30', 1, { zh: '1,200 积分明天到期', en: '1,200 points lapse tomorrow' }],
  // The timer stood still for some days: the words tell how it is, the id which reminder it is.
  ['2027-12-26', 7, { zh: '1,200 积分将在 5 天后到期', en: '1,200 points lapse in 5 days' }],
  ['2027-12-31', 1, { zh: '1,200 积分今天到期', en: '1,200 points lapse today' }],
])('on %s, of the reminder %i days before', (day, daysBefore, title) => {
  expect(reminder(day, daysBefore)).toMatchObject({ _id: `pointsExpiring:m:2027-12-31:${daysBefore}`, title })
})

test.each([
  [1, '1 积分将在 7 天后到期', '1 point lapses in 7 days'],
  [1_234_567, '1,234,567 积分将在 7 天后到期', '1,234,567 points lapse in 7 days'],
])('%i points in words', (points, zh, en) => {
  expect(reminder('2027-12-24', 7, points).title).toEqual({ zh, en })
})
