import { failureOf } from './failures'

test.each([
  [{ code: 'DATABASE_TRANSACTION_CONFLICT', message: 'write conflict' }, 'conflict'],
  [{ code: 'DATABASE_TRANSACTION_FAIL', message: 'TransactionNotExist' }, 'conflict'],
  [{ code: 'DATABASE_DUPLICATE_WRITE', message: '' }, 'duplicate'],
  [{ code: 'DATABASE_REQUEST_FAILED', message: 'E11000 duplicate key error' }, 'duplicate'],
  [{ code: 'DATABASE_REQUEST_FAILED', message: 'Cannot apply $inc' }, 'other'],
  [{ code: 'ECONNRESET', message: 'read ECONNRESET' }, 'unknownOutcome'],
  [new Error('socket hang up'), 'unknownOutcome'],
  [new Error('request timeout'), 'unknownOutcome'],
  [new TypeError('x is not a function'), 'other'],
])('%j is %s', (error, failure) => {
  expect(failureOf(error)).toBe(failure)
})
