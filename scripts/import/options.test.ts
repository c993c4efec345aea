import { readOptions, UsageError } from './options'

it('needs nothing but what to import', () => {
  expect(readOptions(['orders', 'a.csv'])).toEqual({
    file: 'a.csv',
    rejects: 'a.csv.rejects.csv',
    source: 'history',
    url: 'http://127.0.0.1:8080',
    openid: 'local-owner',
    inFlight: 2,
    patienceMs: 60_000,
  })
})

it('takes every option', () => {
  const options =
    '--source till-2 --url http://127.0.0.1:9000/ --openid o-1 --rejects b.csv --in-flight 4 --patience 5'
  expect(readOptions(['orders', 'a.csv', ...options.split(' ')])).toEqual({
    file: 'a.csv',
    rejects: 'b.csv',
    source: 'till-2',
    url: 'http://127.0.0.1:9000',
    openid: 'o-1',
    inFlight: 4,
    patienceMs: 5_000,
  })
})

it.each([
  [[], /orders <file\.csv>/],
  [['members', 'a.csv'], /say what to import/],
  [['orders'], /name the file/],
  [['orders', 'a.csv', 'b.csv'], /one file at a time/],
  [['orders', 'a.csv', '--source', 'My Till'], /--source takes/],
  [['orders', 'a.csv', '--in-flight', '0'], /--in-flight takes a whole number from 1 to 8/],
  [['orders', 'a.csv', '--patience', 'long'], /--patience takes a whole number from 0 to 3600/],
  [['orders', 'a.csv', '--url', 'localhost'], /--url must be/],
  [['orders', 'a.csv', '--colour', 'red'], /--colour/],
])('refuses %j in one line', (args, message) => {
  expect(() => readOptions(args)).toThrow(UsageError)
  expect(() => readOptions(args)).toThrow(message)
})
