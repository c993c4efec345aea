import { FaultInjector, type FaultTarget } from './faults'

const update: FaultTarget = { action: 'database.modifyDocument', collection: 'members', inTransaction: true }
const plainGet: FaultTarget = { action: 'database.getDocument', collection: 'members', inTransaction: false }

function draw(injector: FaultInjector, target: FaultTarget, times: number): string {
  return Array.from({ length: times }, () => (injector.next(target) ? 'x' : '.')).join('')
}

test('the same seed gives the same faults, another seed others', () => {
  const drawn = [1, 1, 2].map((seed) => {
    const injector = new FaultInjector()
    injector.set({ seed, rules: [{ fault: 'error', rateBp: 3_000 }] })
    return draw(injector, plainGet, 200)
  })
  expect(drawn[0]).toBe(drawn[1])
  expect(drawn[0]).not.toBe(drawn[2])
  const hits = drawn[0]!.replaceAll('.', '').length
  expect(hits).toBeGreaterThan(30)
  expect(hits).toBeLessThan(90)
})

test('a rule holds for its action and collection, so many times', () => {
  const injector = new FaultInjector()
  injector.set({
    seed: 1,
    rules: [
      { fault: 'timeoutAfter', action: update.action, collection: 'members', rateBp: 10_000, times: 2 },
    ],
  })
  expect(injector.next(plainGet)).toBeUndefined()
  expect(injector.next({ ...update, collection: 'orders' })).toBeUndefined()
  expect([1, 2, 3].map(() => injector.next(update))).toEqual(['timeoutAfter', 'timeoutAfter', undefined])
})

test('conflicts hit only what can conflict: writes and commits of transactions', () => {
  const injector = new FaultInjector()
  injector.set({ seed: 1, rules: [{ fault: 'conflict', rateBp: 10_000 }] })
  expect(injector.next(plainGet)).toBeUndefined()
  expect(injector.next({ ...update, inTransaction: false })).toBeUndefined()
  expect(injector.next(update)).toBe('conflict')
})

test('new rules take the place of the old, and none stop them', () => {
  const injector = new FaultInjector()
  injector.set({ seed: 1, rules: [{ fault: 'error', rateBp: 10_000 }] })
  injector.set({ seed: 1, rules: [] })
  expect(injector.next(plainGet)).toBeUndefined()
})
