import { readSource } from '../../cloudfunctions/database/intakeKeys'
import { tell } from '../support/intake'
import { openShop, type Shop } from '../support/shop'

// A process of tests may be one of many on a machine.
jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('owner', 'owner')
  await shop.staff('manager', 'manager')
  await shop.staff('clerk', 'clerk')
})
afterAll(() => shop.close())

const create = async (source: string) => {
  const made = await shop.merchant('owner', 'intakeKeys.create', { source })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}
const rotate = (source: string) => shop.merchant('owner', 'intakeKeys.rotate', { source })
const switchOff = (id: string) => shop.merchant('owner', 'intakeKeys.switchOff', { id })
const isBelieved = async (key: { id: string; secret: string }) =>
  (await tell(shop, key, [{ type: 'nothing' }])).status === 200

test('a secret is told once, and does not lie readable in the store', async () => {
  const key = await create('mall')
  expect(key).toEqual({
    id: expect.stringMatching(/^mall\.[\w-]{12}$/) as string,
    source: 'mall',
    secret: expect.stringMatching(/^[\w-]{43}$/) as string,
  })
  expect(await isBelieved(key)).toBe(true)
  expect(JSON.stringify(await readSource(shop.cloud, 'mall'))).not.toContain(key.secret)
  const listed = await shop.merchant('owner', 'intakeKeys.list', {})
  expect(listed).toEqual({
    ok: true,
    value: {
      sources: [
        { source: 'mall', keys: [{ id: key.id, createdAt: expect.any(Number) as number, offAt: null }] },
      ],
    },
  })
  expect(await shop.merchant('owner', 'intakeKeys.create', { source: 'mall' })).toMatchObject({
    ok: false,
    error: { code: 'INTAKE_SOURCE_TAKEN', data: { source: 'mall' } },
  })
})

test('a key is replaced while the old one still holds, and both hold until the old one is switched off', async () => {
  const old = await create('till')
  const made = await rotate('till')
  if (!made.ok) throw new Error(made.error.message)
  expect([await isBelieved(old), await isBelieved(made.value)]).toEqual([true, true])
  expect(await rotate('till')).toMatchObject({ ok: false, error: { code: 'INTAKE_TWO_KEYS' } })
  const off = await switchOff(old.id)
  expect(off).toMatchObject({ ok: true, value: { id: old.id } })
  expect(await switchOff(old.id)).toEqual(off)
  expect([await isBelieved(old), await isBelieved(made.value)]).toEqual([false, true])
  expect((await rotate('till')).ok).toBe(true)
})

test('a source whose keys are all off begins anew, and the old keys stay off', async () => {
  const first = await create('kiosk')
  await switchOff(first.id)
  expect(await rotate('kiosk')).toMatchObject({ ok: false, error: { code: 'INTAKE_KEY_NOT_FOUND' } })
  const second = await create('kiosk')
  expect([await isBelieved(first), await isBelieved(second)]).toEqual([false, true])
})

test('of keys that are made at once for one source, one is made', async () => {
  const made = await Promise.all(
    Array.from({ length: 6 }, () => shop.merchant('owner', 'intakeKeys.create', { source: 'crowd' })),
  )
  expect(made.filter(({ ok }) => ok)).toHaveLength(1)
  const rotated = await Promise.all(Array.from({ length: 6 }, () => rotate('crowd')))
  expect(rotated.filter(({ ok }) => ok)).toHaveLength(1)
})

test('what the shop itself goes by is no source, and keys that are not there are said so', async () => {
  for (const source of ['counter', 'shop'])
    expect(await shop.merchant('owner', 'intakeKeys.create', { source })).toMatchObject({
      ok: false,
      error: { code: 'INTAKE_SOURCE_RESERVED', data: { source } },
    })
  for (const id of ['mall.nobody', 'nobody', 'none.x'])
    expect(await switchOff(id)).toMatchObject({ ok: false, error: { code: 'INTAKE_KEY_NOT_FOUND' } })
  expect(await rotate('none')).toMatchObject({ ok: false, error: { code: 'INTAKE_KEY_NOT_FOUND' } })
})

test.each(['clerk', 'manager', 'somebody'])('%s may do nothing with keys', async (who) => {
  const forbidden = { ok: false, error: { code: 'FORBIDDEN', data: { role: 'owner' } } }
  expect(await shop.merchant(who, 'intakeKeys.list', {})).toMatchObject(forbidden)
  expect(await shop.merchant(who, 'intakeKeys.create', { source: 'theirs' })).toMatchObject(forbidden)
  expect(await shop.merchant(who, 'intakeKeys.rotate', { source: 'mall' })).toMatchObject(forbidden)
  expect(await shop.merchant(who, 'intakeKeys.switchOff', { id: 'mall.x' })).toMatchObject(forbidden)
  expect(await readSource(shop.cloud, 'theirs')).toBeNull()
})
