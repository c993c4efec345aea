import { crossCheck } from './crossCheck'

const row = (line: number, fields: { customer: string; order?: string; openid?: string }) => ({
  line,
  placedDay: '2021-01-01',
  quantity: 1,
  amountFen: 100,
  ...fields,
})

describe('rows together', () => {
  it('keep the first of an order number, whoever the second is of', () => {
    const rows = [
      row(2, { customer: '1', order: 'A1' }),
      row(3, { customer: '1' }),
      row(4, { customer: '2', order: 'A1' }),
      row(5, { customer: '1', order: 'A1' }),
    ]
    expect(crossCheck(rows)).toEqual({
      accepted: [rows[0], rows[1]],
      refused: [
        { line: 4, fault: { code: 'orderNumberTaken', order: 'A1', line: 2 } },
        { line: 5, fault: { code: 'orderNumberTaken', order: 'A1', line: 2 } },
      ],
    })
  })

  it('have one openid a customer, which all the customer’s rows get', () => {
    const rows = [
      row(2, { customer: '1' }),
      row(3, { customer: '1', openid: 'o-1' }),
      row(4, { customer: '1', openid: 'o-2' }),
      row(5, { customer: '2' }),
    ]
    expect(crossCheck(rows)).toEqual({
      accepted: [{ ...rows[0], openid: 'o-1' }, rows[1], rows[3]],
      refused: [{ line: 4, fault: { code: 'openidDiffers', line: 3 } }],
    })
  })

  it('a refused row claims neither an order number nor an openid', () => {
    const rows = [
      row(2, { customer: '1', openid: 'o-1' }),
      row(3, { customer: '1', openid: 'o-2', order: 'A1' }),
      row(4, { customer: '2', order: 'A1' }),
    ]
    expect(crossCheck(rows).accepted.map(({ line }) => line)).toEqual([2, 4])
  })
})
