import { auditBooks } from '../support/auditBooks'
import { makeKey, tell } from '../support/intake'
import { isRefused } from '../support/intakeClient'
import { mallHistory, shuffled } from '../support/intakeEvents'
import { intakeState } from '../support/intakeState'
import { openShop, type Shop } from '../support/shop'

const NOW = Date.now()

// Some thousand writes, on a machine that does other things too.
jest.setTimeout(120_000)

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('owner', 'owner')
})
afterAll(() => shop.close())

async function differences() {
  return (await auditBooks((name, input) => shop.merchant('owner', name, input))).differences
}

test('six hundred events, shuffled and told again, end where the clean sequence ends', async () => {
  const events = mallHistory(600, 60, NOW, 7)
  const ends = []
  for (const [source, told] of [
    ['clean', events],
    ['mixed', shuffled(events, 300, 11)],
  ] as const) {
    const own = await makeKey(shop, 'owner', source)
    const refused = []
    for (let at = 0; at < told.length; at += 150) {
      const { body } = await tell(shop, own, told.slice(at, at + 150))
      refused.push(...(body.results ?? []).filter(isRefused))
    }
    expect(refused).toEqual([])
    ends.push(await intakeState(shop.cloud, source))
  }
  const [clean, mixed] = ends
  expect(clean?.orders).toHaveLength(events.filter(({ type }) => type === 'order').length)
  expect(mixed).toEqual(clean)
  expect(await differences()).toEqual([])
})
