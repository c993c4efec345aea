import { headerFaultWords, readHeader } from './importHeader'

describe('the first line of a file of orders', () => {
  it.each([
    [['customer', 'date', 'quantity', 'amount']],
    [['amount', 'openid', 'date', 'order', 'customer', 'quantity']],
    [[' Customer', 'DATE ', 'quantity', 'Amount']],
  ])('takes %j in any order and case', (fields) => {
    expect(readHeader(fields)).toEqual({ ok: true, value: fields.map((field) => field.trim().toLowerCase()) })
  })

  it.each([
    [['customer', 'date', 'quantity', 'amount', 'colour'], { code: 'unknownColumn', column: 'colour' }],
    [['customer;date;quantity;amount'], { code: 'unknownColumn', column: 'customer;date;quantity;amount' }],
    [['00001', '2021-01-01', '1', '11.77'], { code: 'unknownColumn', column: '00001' }],
    [['customer', 'date', 'amount'], { code: 'missingColumn', column: 'quantity' }],
    [[], { code: 'missingColumn', column: 'customer' }],
    [['customer', 'date', 'quantity', 'amount', 'date'], { code: 'repeatedColumn', column: 'date' }],
  ])('refuses %j', (fields, error) => {
    expect(readHeader(fields)).toEqual({ ok: false, error })
  })

  it('tells which columns it knows', () => {
    const words = headerFaultWords({ code: 'unknownColumn', column: 'colour' })
    for (const text of [words.zh, words.en]) {
      expect(text).toContain('colour')
      expect(text).toContain('customer, date, quantity, amount, order, openid')
    }
  })
})
