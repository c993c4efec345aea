import { readOrders, type OrdersFile } from './readOrders'

const HEADER = 'customer,date,quantity,amount\n'
const TODAY = '2021-06-30'

async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

function read(...parts: (string | Buffer)[]) {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  return readOrders(inChunks(bytes), TODAY)
}

async function readGood(...parts: (string | Buffer)[]): Promise<OrdersFile> {
  const file = await read(...parts)
  if (!file.ok) throw new Error(file.error.code)
  return file.value
}

const brief = ({ orders, rejects }: OrdersFile) => ({
  orders: orders.map(({ line, customer, amountFen }) => [line, customer, amountFen]),
  rejects: rejects.map(({ line, fault }) => [line, fault.code]),
})

describe('a file of past orders', () => {
  it.each([
    ['plain', `${HEADER}1,2021-01-01,1,1.50\n2,2021-01-02,2,3\n`],
    [
      'with Windows line endings',
      `${HEADER}1,2021-01-01,1,1.50\n2,2021-01-02,2,3\n`.replaceAll('\n', '\r\n'),
    ],
    ['with a byte order mark', `\uFEFF${HEADER}1,2021-01-01,1,1.50\n2,2021-01-02,2,3\n`],
    ['with quotes', `"customer","date",quantity,amount\n"1","2021-01-01","1","1.50"\n2,"2021-01-02",2,3\n`],
    ['without a last line ending', `${HEADER}1,2021-01-01,1,1.50\n2,2021-01-02,2,3`],
  ])('is read %s', async (_, text) => {
    expect(brief(await readGood(text))).toEqual({
      orders: [
        [2, '1', 150],
        [3, '2', 300],
      ],
      rejects: [],
    })
  })

  it('reads commas and quotes inside quoted fields', async () => {
    const { orders } = await readGood(HEADER, '"张""三"", 02",2021-01-01,1,1.50\n')
    expect(orders.map(({ customer }) => customer)).toEqual(['张"三", 02'])
  })

  it('skips blank lines and keeps count of lines', async () => {
    expect(brief(await readGood(HEADER, '\n\r\n1,2021-01-01,1,1.50\n  \n2,2021-01-32,1,1\n'))).toEqual({
      orders: [[4, '1', 150]],
      rejects: [[6, 'noDate']],
    })
  })

  it('lists every bad row with its line, and the good rows around it go in', async () => {
    const good = '7,2021-01-01,1,1.00\n'
    const file = await readGood(
      HEADER,
      ...[
        ',2021-01-01,1,1.00\n', // 2
        good,
        '1,2021-02-30,1,1.00\n', // 4
        '1,2021-01-01,x,1.00\n', // 5
        good,
        '1,2021-01-01,1,-1.00\n', // 7
        '1,2021-01-01,1,1.001\n', // 8
        '1,2021-01-01,1\n', // 9
        '1,2021-01-01,1,1.00,2\n', // 10
        '"1,2021-01-01,1,1.00\n', // 11: an open quote must not swallow the next line
        good,
        Buffer.from([0xd5, 0xc5, 0xc8, 0xfd, ...Buffer.from(',2021-01-01,1,1.00\n')]), // 13: GBK
        Buffer.from('Jos\u00e9,2021-01-01,1,1.00\n', 'latin1'), // 14
        good,
        `${'x'.repeat(1 << 20)},2021-01-01,1,1.00\n`, // 16
        `${'x'.repeat(60_000)},2021-01-01,1,1.00\n`, // 17
        good,
        'a\rb,2021-01-01,1,1.00\n', // 19: a lone carriage return ends no row
        good,
        '1,2021-07-01,1,1.00\n', // 21
      ],
    )
    expect(brief(file)).toEqual({
      orders: [3, 6, 12, 15, 18, 20].map((line) => [line, '7', 100]),
      rejects: [
        [2, 'missingField'],
        [4, 'noDate'],
        [5, 'noQuantity'],
        [7, 'negativeAmount'],
        [8, 'noAmount'],
        [9, 'missingField'],
        [10, 'tooManyFields'],
        [11, 'brokenQuotes'],
        [13, 'wrongEncoding'],
        [14, 'wrongEncoding'],
        [16, 'lineTooLong'],
        [17, 'fieldTooLong'],
        [19, 'controlCharacter'],
        [21, 'inFuture'],
      ],
    })
    expect(new Set(file.orders.map(({ externalId }) => externalId)).size).toBe(6)
  })

  it('puts what rows together show into the same list, by line', async () => {
    const file = await readGood(
      'customer,date,quantity,amount,order\n1,2021-01-01,1,1.00,A1\n2,2021-01-01,1,1.00,A1\n3,bad,1,1.00,\n',
    )
    expect(brief(file).rejects).toEqual([
      [3, 'orderNumberTaken'],
      [4, 'noDate'],
    ])
    expect(file.rejects[0]?.text).toBe('2,2021-01-01,1,1.00,A1')
  })

  it('a bad row does not count among identical ones', async () => {
    const row = '1,2021-01-01,1,1.00\n'
    const [clean, spoilt] = [
      await readGood(HEADER, row, row),
      await readGood(HEADER, row, '1,2021-01-01,1,-1.00\n', row),
    ]
    expect(spoilt.orders.map(({ externalId }) => externalId)).toEqual(
      clean.orders.map(({ externalId }) => externalId),
    )
  })

  it.each([
    ['nothing in it', Buffer.alloc(0), 'emptyFile'],
    [
      'an unknown column',
      Buffer.from('customer,date,quantity,amount,colour\n1,2021-01-01,1,1.00,red\n'),
      'unknownColumn',
    ],
    ['no header', Buffer.from('00001,2021-01-01,1,11.77\n'), 'unknownColumn'],
    ['a missing column', Buffer.from('customer,date,amount\n1,2021-01-01,1.00\n'), 'missingColumn'],
    ['UTF-16', Buffer.from(`\uFEFF${HEADER}1,2021-01-01,1,1.00\n`, 'utf16le'), 'unreadableHeader'],
    ['bytes that are no text', Buffer.alloc(1 << 20, 0xff), 'unreadableHeader'],
  ])('is refused whole with %s', async (_, bytes, code) => {
    expect(await read(bytes)).toMatchObject({ ok: false, error: { code } })
  })
})
