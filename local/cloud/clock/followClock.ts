/**
 * Makes this thread's `Date` follow the turned clock, so that code which knows nothing of it sees the store's time.
 * `offset[0]` is what is added to the machine's time, in ms; whoever shares the buffer may turn it at any moment.
 */
export function followClock(shared: SharedArrayBuffer): void {
  const offset = new BigInt64Array(shared)
  const MachineDate = Date
  const now = () => MachineDate.now() + Number(Atomics.load(offset, 0))

  function StoreDate(this: unknown, ...parts: unknown[]): Date | string {
    if (!new.target) return new MachineDate(now()).toString()
    const target = new.target === StoreDate ? MachineDate : new.target
    return Reflect.construct(MachineDate, parts.length === 0 ? [now()] : parts, target) as Date
  }
  StoreDate.prototype = MachineDate.prototype
  StoreDate.now = now
  StoreDate.parse = MachineDate.parse
  StoreDate.UTC = MachineDate.UTC
  Object.defineProperty(StoreDate, 'name', { value: 'Date' })
  Object.defineProperty(StoreDate, 'length', { value: MachineDate.length })
  MachineDate.prototype.constructor = StoreDate
  globalThis.Date = StoreDate as unknown as DateConstructor
}
