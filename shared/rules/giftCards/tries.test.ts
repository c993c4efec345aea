import * as fc from 'fast-check'
import { alarmOf, ALARM_AT, firstMinute, minuteOf } from './alarm'
import { areOver, MOST_WRONG, putDown, takeOff, WINDOW_MS, type Tries } from './tries'

const MINUTE = 60_000
const AT = 1_750_000_000_000

function after(tries: Tries, ...at: readonly number[]): Tries {
  return at.reduce((next, each) => {
    const put = putDown(next, each)
    if (!put.ok) throw new Error(put.error.code)
    return put.value
  }, tries)
}

describe('one person', () => {
  const five = after([], AT, AT + 1, AT + 2, AT + 3, AT + 4)

  test('five wrong codes in ten minutes, and the sixth is told when it can be tried', () => {
    const refusal = { code: 'GIFT_CARD_TRIES', until: AT + WINDOW_MS }
    expect(putDown(five, AT + 5)).toEqual({ ok: false, error: refusal })
    expect(putDown(five, AT + WINDOW_MS - 1)).toEqual({ ok: false, error: refusal })
  })

  test('each try leaves the window by itself', () => {
    const next = after(five, AT + WINDOW_MS)
    expect(putDown(next, AT + WINDOW_MS)).toMatchObject({ error: { until: AT + 1 + WINDOW_MS } })
  })

  test('a code that is known takes its own try off, and no other', () => {
    expect(takeOff(after([], AT, AT, AT + 1), AT)).toEqual([AT, AT + 1])
    expect(takeOff(five, AT + 9)).toBe(five)
  })

  test('what is over need not be kept', () => {
    expect([areOver([], AT), areOver(five, AT + WINDOW_MS), areOver(five, AT + 4 + WINDOW_MS)]).toEqual([
      true,
      false,
      true,
    ])
  })

  const steps = fc.array(fc.record({ wait: fc.nat(4 * MINUTE), isRight: fc.boolean() }), { maxLength: 60 })

  test('however it goes on, no ten minutes have more than five wrong ones, and no more is kept', () => {
    fc.assert(
      fc.property(steps, (asked) => {
        let tries: Tries = []
        let at = AT
        const wrong: number[] = []
        for (const { wait, isRight } of asked) {
          at += wait
          const put = putDown(tries, at)
          const inWindow = wrong.filter((each) => at < each + WINDOW_MS).length
          expect(put.ok).toBe(inWindow < MOST_WRONG)
          if (!put.ok) continue
          tries = isRight ? takeOff(put.value, at) : put.value
          if (!isRight) wrong.push(at)
          expect(tries.length).toBeLessThanOrEqual(MOST_WRONG)
        }
      }),
    )
  })

  test('of a hundred thousand at once five are looked up', () => {
    let tries: Tries = []
    let lookedUp = 0
    for (let i = 0; i < 100_000; i += 1) {
      const put = putDown(tries, AT + (i % 1_000))
      if (put.ok) {
        tries = put.value
        lookedUp += 1
      }
    }
    expect([lookedUp, tries.length]).toEqual([MOST_WRONG, MOST_WRONG])
  })
})

describe('everybody', () => {
  const now = minuteOf(AT)
  const each = (wrong: number, minutes: number) =>
    Array.from({ length: minutes }, (_, ago) => ({ minute: now - ago, wrong }))

  test('an alarm tells how many there were in the last ten minutes, and since when', () => {
    expect(alarmOf(each(10, 10), null, AT)).toEqual({ wrong: ALARM_AT, since: (now - 9) * MINUTE })
    expect(alarmOf(each(10, 9), null, AT)).toBeNull()
    expect(alarmOf([{ minute: now - 10, wrong: 9_000 }], null, AT)).toBeNull()
  })

  test('ten minutes are looked at, this one included', () => {
    expect(minuteOf(AT) - firstMinute(AT)).toBe(9)
  })

  test('one alarm in ten minutes', () => {
    expect(alarmOf(each(50, 10), AT - WINDOW_MS + 1, AT)).toBeNull()
    expect(alarmOf(each(50, 10), AT - WINDOW_MS, AT)).toMatchObject({ wrong: 500 })
  })
})
