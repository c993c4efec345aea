import { openShop, type Shop } from '../../tests/support/shop'
import { appointOwner } from './appointOwner'

const AT = Date.parse('2026-05-01T04:00:00Z')

describe('the first owner of a store in the cloud', () => {
  let shop: Shop
  beforeEach(async () => {
    shop = await openShop()
  })
  afterEach(() => shop.close())

  const overview = async (openid: string): Promise<boolean> =>
    (await shop.merchant(openid, 'overview.read', {})).ok

  test('nobody has joined', async () => {
    expect(await appointOwner(shop.cloud, undefined, AT)).toEqual({ kind: 'nobodyJoined' })
  })

  test('the only person who has joined becomes the owner and may see the overview', async () => {
    const id = await shop.join('first')
    expect(await overview('first')).toBe(false)
    expect(await appointOwner(shop.cloud, undefined, AT)).toEqual({ kind: 'appointed', id })
    expect(await overview('first')).toBe(true)
    expect(await appointOwner(shop.cloud, undefined, AT)).toEqual({ kind: 'hasOwner', id })
  })

  test('of several people one must be named, and must have joined', async () => {
    const ids = [await shop.join('first'), await shop.join('second')]
    const appointment = await appointOwner(shop.cloud, undefined, AT)
    expect(appointment.kind === 'severalJoined' && appointment.members.map(({ id }) => id).sort()).toEqual(
      ids.sort(),
    )
    expect(await overview('first')).toBe(false)

    const stranger = shop.memberId('stranger')
    expect(await appointOwner(shop.cloud, stranger, AT)).toEqual({ kind: 'notJoined', id: stranger })
    const second = shop.memberId('second')
    expect(await appointOwner(shop.cloud, second, AT)).toEqual({ kind: 'appointed', id: second })
    expect([await overview('first'), await overview('second')]).toEqual([false, true])
  })
})
