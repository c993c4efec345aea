import { readOptions } from './options'

test('everything is measured unless parts are named', () => {
  expect(readOptions([])).toEqual({
    parts: ['checkin', 'home', 'due', 'ledger', 'preview', 'intake', 'bundles', 'packages'],
    callers: [1, 8, 16, 50],
    seconds: 2,
    rounds: 6,
    warmUpCalls: 8_000,
    dueRounds: 6,
    ledgerReads: 200,
    previews: 11,
    intakeEvents: 20_000,
    starts: 9,
  })
})

test('parts, callers and times can be chosen', () => {
  expect(readOptions(['--only', 'home,bundles', '--callers', '16', '--seconds', '5'])).toMatchObject({
    parts: ['home', 'bundles'],
    callers: [16],
    seconds: 5,
  })
  expect(readOptions(['--quick'])).toMatchObject({ seconds: 0.5, rounds: 2, warmUpCalls: 1_000, starts: 3 })
  expect(readOptions(['--quick', '--seconds', '1'])).toMatchObject({ seconds: 1 })
})

test.each([
  [['--only', 'homes'], /--only takes .*not homes/],
  [['--seconds', 'long'], /--seconds .*not long/],
  [['--seconds', '0'], /--seconds/],
  [['--callers', '1,x'], /--callers .*not x/],
])('%j is refused', (args, message) => {
  expect(() => readOptions(args)).toThrow(message)
})
