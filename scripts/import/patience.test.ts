import { withPatience } from './patience'
import { ShopAway, ShopRefused } from './shopDoor'

/** Fails with these, one after another, then succeeds. */
function failingWith(...errors: Error[]) {
  let attempts = 0
  const attempt = async (): Promise<string> => {
    const error = errors[attempts++]
    if (error) throw error
    return 'done'
  }
  return { attempt, attempts: () => attempts }
}

/** Waits that pass at once, and are written down. */
function clock() {
  const waits: number[] = []
  return { waits, sleep: async (ms: number) => void waits.push(ms) }
}

const away = new ShopAway('gone')

it('tries again while the shop is away or busy, waiting longer each time', async () => {
  const { waits, sleep } = clock()
  const reasons: string[] = []
  const busy = new ShopRefused('BUSY', 'busy')
  const { attempt } = failingWith(away, busy, new ShopRefused('INTERNAL', 'oops'), away, away, away)
  const onWait = (why: Error): void => void reasons.push(why.message)
  await expect(withPatience(attempt, { patienceMs: 60_000, onWait, sleep })).resolves.toBe('done')
  expect(waits).toEqual([200, 400, 800, 1_600, 3_000, 3_000])
  expect(reasons).toEqual(['gone', 'busy', 'oops', 'gone', 'gone', 'gone'])
})

it('gives up when its patience is at an end', async () => {
  const { waits, sleep } = clock()
  const { attempt } = failingWith(...Array<Error>(50).fill(away))
  await expect(withPatience(attempt, { patienceMs: 3_000, sleep })).rejects.toBe(away)
  expect(waits).toEqual([200, 400, 800, 1_600])
})

it.each(['FORBIDDEN', 'INVALID_INPUT', 'ROW_TWICE'])('takes %s for an answer', async (code) => {
  const refused = new ShopRefused(code, 'no')
  const { attempt, attempts } = failingWith(refused)
  await expect(withPatience(attempt, { patienceMs: 60_000, sleep: clock().sleep })).rejects.toBe(refused)
  expect(attempts()).toBe(1)
})

it('does not hide a fault of the program', async () => {
  const { attempt, attempts } = failingWith(new TypeError('x is not a function'))
  await expect(withPatience(attempt, { patienceMs: 60_000, sleep: clock().sleep })).rejects.toThrow(
    'not a function',
  )
  expect(attempts()).toBe(1)
})

it('waits no longer once it is stopped', async () => {
  const stop = new AbortController()
  const { attempt, attempts } = failingWith(...Array<Error>(50).fill(away))
  const onWait = (): void => stop.abort()
  await expect(withPatience(attempt, { patienceMs: 60_000, signal: stop.signal, onWait })).rejects.toBe(away)
  expect(attempts()).toBe(2)
})
