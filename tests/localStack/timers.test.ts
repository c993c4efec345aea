import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type RunningStack, startStack } from '../support/startStack'
import { writeProbes } from '../support/probeFunctions'

/** Half past ten in the evening in the store's zone. */
const START = '2026-03-01T14:30:00.000Z'
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * 60_000).toISOString()

interface Noted {
  readonly name: string
  readonly event: { Type: string; TriggerName: string; Time: string; Message: string }
  readonly source: string
  readonly now: number
}

let folder: string
let stack: RunningStack
const notesFile = () => path.join(folder, 'notes')

/** Notes each run; fails as often as the file `fail` says. */
const codeOf = (name: string) => `
const fs = require('node:fs')
const path = require('node:path')
const folder = path.dirname(__dirname)
exports.main = (event) => {
  const note = { name: ${JSON.stringify(name)}, event, source: process.env.TCB_SOURCE, now: Date.now() }
  fs.appendFileSync(path.join(folder, 'notes'), JSON.stringify(note) + '\\n')
  const fail = path.join(folder, 'fail-' + note.name)
  const left = fs.existsSync(fail) ? Number(fs.readFileSync(fail, 'utf8')) : 0
  if (left === 0) return 'done'
  fs.writeFileSync(fail, String(left - 1))
  throw new Error('not yet')
}`

beforeEach(async () => {
  folder = writeProbes({
    everyMinute: { code: codeOf('everyMinute'), cron: '0 * * * * * *' },
    hourly: { code: codeOf('hourly'), cron: '0 0 * * * * *' },
    daily: { code: codeOf('daily'), cron: '0 5 0 * * * *' },
  })
  stack = await startStack({ clock: START, env: { CHANGKE_FUNCTIONS: folder } })
})
afterEach(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true })
})

function notes(): Noted[] {
  if (!existsSync(notesFile())) return []
  const lines = readFileSync(notesFile(), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Noted)
}

const inShort = () => notes().map(({ name, event }) => `${name} ${event.Time.slice(8, 16)}`)

test('what is due on the way runs in order, each with the clock at its instant', async () => {
  const { body } = await stack.post('/local/clock', { now: minutesLater(150) })
  expect(inShort()).toEqual(
    [
      'everyMinute 01T14:31',
      'everyMinute 01T15:00',
      'hourly 01T15:00',
      'everyMinute 01T16:00',
      'hourly 01T16:00',
      'daily 01T16:05',
      'everyMinute 01T17:00',
    ]
      .slice(0, 6)
      .concat(['everyMinute 01T17:00', 'hourly 01T17:00']),
  )
  for (const { event, now } of notes()) {
    expect(now - Date.parse(event.Time)).toBeGreaterThanOrEqual(0)
    expect(now - Date.parse(event.Time)).toBeLessThan(60_000)
  }
  expect(body).toMatchObject({
    ran: [
      { function: 'everyMinute', runs: 4, failed: 0 },
      { function: 'hourly', runs: 3, failed: 0, firstAt: minutesLater(30), lastAt: minutesLater(150) },
      { function: 'daily', runs: 1, failed: 0, firstAt: '2026-03-01T16:05:00.000Z' },
    ],
  })
})

test('an event is CloudBase’s, from the timer', async () => {
  await stack.post('/local/timers/daily', {})
  expect(notes()).toMatchObject([
    { name: 'daily', source: 'wx_trigger', event: { Type: 'Timer', TriggerName: 'daily', Message: '' } },
  ])
})

test('nothing runs twice for having been passed twice', async () => {
  await stack.post('/local/clock', { now: minutesLater(45) })
  await stack.post('/local/clock', { now: minutesLater(60) })
  expect(inShort().filter((line) => line.startsWith('hourly'))).toEqual(['hourly 01T15:00'])
})

test('turns asked for at the same time happen one after another', async () => {
  await Promise.all([1, 2, 3].map(() => stack.post('/local/clock', { advanceDays: 1 })))
  const times = notes().map(({ event }) => event.Time)
  expect(times).toEqual([...times].sort())
  expect(notes().filter(({ name }) => name === 'daily')).toHaveLength(3)
})

test('a run that fails is tried three times in all, and counted when it fails each time', async () => {
  const { writeFileSync } = await import('node:fs')
  writeFileSync(path.join(folder, 'fail-hourly'), '2')
  const once = await stack.post('/local/clock', { now: minutesLater(31) })
  expect(notes().filter(({ name }) => name === 'hourly')).toHaveLength(3)
  expect(once.body).toMatchObject({ ran: [{}, { function: 'hourly', runs: 1, failed: 0 }] })

  writeFileSync(path.join(folder, 'fail-hourly'), '99')
  const never = await stack.post('/local/clock', { now: minutesLater(91) })
  expect(never.body).toMatchObject({ ran: [{}, { function: 'hourly', runs: 1, failed: 1 }] })
})

test('a timer can be made to come twice', async () => {
  await stack.post('/local/faults', { rules: [{ fault: 'duplicateTimer', function: 'hourly' }] })
  await stack.post('/local/clock', { now: minutesLater(31) })
  expect(inShort()).toEqual([
    'everyMinute 01T14:31',
    'everyMinute 01T15:00',
    'hourly 01T15:00',
    'hourly 01T15:00',
    'everyMinute 01T15:01',
  ])
})
