/**
 * Stands the date still at an instant for a test to turn with `jest.setSystemTime`. Timers run as ever: the database
 * answers over real sockets. `jest.useRealTimers` lets the date go again.
 */
export function fakeDate(instant: string): void {
  jest.useFakeTimers({
    now: Date.parse(instant),
    doNotFake: [
      'nextTick',
      'setImmediate',
      'setTimeout',
      'setInterval',
      'clearTimeout',
      'clearInterval',
      'clearImmediate',
      'queueMicrotask',
      'hrtime',
      'performance',
    ],
  })
}
