import { isRightAnswer, requestOf } from './subjects'

const answer = (result: unknown) => JSON.stringify({ result })
const stamped = { ok: true, value: { streak: 1, points: 5 } }

test.each([
  ['checkin', 'real', stamped, true],
  ['checkin', 'real', { ok: false, error: { code: 'BUSY', message: '' } }, false],
  ['checkin', 'real', { ok: true, value: { streak: 0, points: 5 } }, false],
  ['checkin', 'bare', { updated: 1 }, true],
  ['checkin', 'bare', { updated: 0 }, false],
  ['home', 'real', { ok: true, value: { state: 'member' } }, true],
  ['home', 'real', { ok: true, value: { state: 'guest' } }, false],
  ['home', 'bare', { found: 1 }, true],
  ['home', 'bare', { found: 0 }, false],
  ['home', 'bare', null, false],
] as const)('%s %s %j: %s', (subject, side, result, right) => {
  expect(isRightAnswer(subject, side, 200, answer(result))).toBe(right)
})

test('a call that failed is never right', () => {
  expect(isRightAnswer('checkin', 'real', 502, answer(stamped))).toBe(false)
})

test('the product knows its caller by the header alone, the bare function by an id', () => {
  expect(JSON.parse(requestOf('checkin', 'real', 'o1', 'm1').body)).toMatchObject({
    name: 'shopper',
    data: { action: 'checkin.checkIn', input: {} },
  })
  expect(JSON.parse(requestOf('home', 'bare', 'o1', 'm1').body)).toEqual({
    name: 'bare',
    data: { action: 'home', id: 'm1' },
  })
})
