import { readRow } from './importRow'
import { rowFaultWords, type RowFault } from './rowFault'

const COLUMNS = ['customer', 'date', 'quantity', 'amount', 'order', 'openid'] as const
const TODAY = '2024-03-01'
const GOOD = ['00042', '2024-02-29', '3', '35.90', 'A-17', 'o-1']
const withField = (index: number, text: string): string[] =>
  GOOD.map((field, i) => (i === index ? text : field))

describe('one row of a file of orders', () => {
  it('reads money exactly and keeps numbers of customers as they are written', () => {
    expect(readRow(COLUMNS, GOOD, TODAY)).toEqual({
      ok: true,
      value: {
        customer: '00042',
        placedDay: '2024-02-29',
        quantity: 3,
        amountFen: 3590,
        order: 'A-17',
        openid: 'o-1',
      },
    })
  })

  it('does without an order number and an openid, and with an order that cost nothing', () => {
    expect(
      readRow(['amount', 'customer', 'date', 'quantity'], ['0.00', ' 7 ', '2021-01-01', '0'], TODAY),
    ).toEqual({
      ok: true,
      value: { customer: '7', placedDay: '2021-01-01', quantity: 0, amountFen: 0 },
    })
    expect(readRow(COLUMNS, GOOD.slice(0, 4), TODAY)).toMatchObject({ ok: true })
  })

  const cases: [string, string[], RowFault][] = [
    ['no customer', withField(0, '  '), { code: 'missingField', column: 'customer' }],
    ['no date', withField(1, ''), { code: 'missingField', column: 'date' }],
    ['a row cut short', ['00042', '2024-02-29', '3'], { code: 'missingField', column: 'amount' }],
    ['a field too many', [...GOOD, 'x'], { code: 'tooManyFields', found: 7, expected: 6 }],
    ['a long customer', withField(0, 'x'.repeat(57)), { code: 'fieldTooLong', column: 'customer', max: 56 }],
    ['a long order number', withField(4, 'x'.repeat(97)), { code: 'fieldTooLong', column: 'order', max: 96 }],
    ['a long openid', withField(5, 'x'.repeat(65)), { code: 'fieldTooLong', column: 'openid', max: 64 }],
    ['a tab in the customer', withField(0, '4\t2'), { code: 'controlCharacter', column: 'customer' }],
    ['a day that is none', withField(1, '2023-02-29'), { code: 'noDate', text: '2023-02-29' }],
    ['another way to write a day', withField(1, '29/02/2024'), { code: 'noDate', text: '29/02/2024' }],
    ['an instant', withField(1, '2024-02-29T10:00'), { code: 'noDate', text: '2024-02-29T10:00' }],
    ['tomorrow', withField(1, '2024-03-02'), { code: 'inFuture', text: '2024-03-02', today: TODAY }],
    ['half an item', withField(2, '1.5'), { code: 'noQuantity', text: '1.5' }],
    ['fewer than none', withField(2, '-1'), { code: 'noQuantity', text: '-1' }],
    ['too many items', withField(2, '1000001'), { code: 'noQuantity', text: '1000001' }],
    ['a word for an amount', withField(3, 'free'), { code: 'noAmount', text: 'free' }],
    ['three decimals', withField(3, '1.005'), { code: 'noAmount', text: '1.005' }],
    ['an exponent', withField(3, '1e3'), { code: 'noAmount', text: '1e3' }],
    ['a decimal comma', withField(3, '1.280,00'), { code: 'noAmount', text: '1.280,00' }],
    ['a refund', withField(3, '-0.01'), { code: 'negativeAmount', text: '-0.01' }],
    ['a fen too much', withField(3, '100000000.01'), { code: 'amountTooLarge', text: '100000000.01' }],
    [
      'beyond integers',
      withField(3, '9007199254740993'),
      { code: 'amountTooLarge', text: '9007199254740993' },
    ],
    ['an endless field', withField(1, 'x'.repeat(60_000)), { code: 'noDate', text: `${'x'.repeat(40)}…` }],
  ]
  it.each(cases)('refuses %s', (_, record, error) => {
    expect(readRow(COLUMNS, record, TODAY)).toEqual({ ok: false, error })
  })

  it('takes an order of today', () => {
    expect(readRow(COLUMNS, withField(1, TODAY), TODAY)).toMatchObject({ ok: true })
  })

  it('takes the largest amount and number of items', () => {
    expect(readRow(COLUMNS, withField(3, '100000000.00'), TODAY)).toMatchObject({
      value: { amountFen: 10_000_000_000 },
    })
    expect(readRow(COLUMNS, withField(2, '1000000'), TODAY)).toMatchObject({ value: { quantity: 1_000_000 } })
  })

  it('has words for every reason, in both languages', () => {
    for (const [, , fault] of cases) {
      const { zh, en } = rowFaultWords(fault)
      expect(zh).toMatch(/[一-鿿]/)
      expect(en).toMatch(/^[^一-鿿]+\.$/)
      if ('text' in fault) expect(en).toContain(fault.text)
    }
  })
})
