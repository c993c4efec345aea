import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Round } from './loadMessages'
import { sendRound } from './sendRound'

const CALLERS = 3
const right = { ok: true, value: { streak: 1, points: 5 } }
const refused = { ok: false, error: { code: 'BUSY', message: 'busy' } }

let server: Server
let askers: string[]
let underWay: number
let mostUnderWay: number
let held: (() => void)[]
let answer: (count: number) => object

beforeEach(async () => {
  askers = []
  underWay = 0
  mostUnderWay = 0
  held = []
  answer = () => right
  server = createServer((request, response) => {
    askers.push(String(request.headers['x-local-openid']))
    mostUnderWay = Math.max(mostUnderWay, ++underWay)
    const body = JSON.stringify({ result: answer(askers.length) })
    const reply = () => {
      underWay--
      response.end(body)
    }
    // The first of each caller are answered together, when all of them are there.
    held.push(reply)
    if (askers.length >= CALLERS) held.splice(0).forEach((one) => one())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const round = (patch: Partial<Round> = {}): Round => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  subject: 'checkin',
  side: 'real',
  callers: CALLERS,
  leadMs: 20,
  measuredMs: 100,
  firstMember: 7,
  members: 100_000,
  eachOnce: true,
  memberIdSecret: 'secret',
  pid: process.pid,
  ...patch,
})

test('so many callers, each member once, and everything accounted for', async () => {
  const { sent, latenciesMs, wrong } = await sendRound(round())
  expect(wrong).toEqual([])
  expect(mostUnderWay).toBe(CALLERS)
  expect(askers).toHaveLength(sent)
  expect(new Set(askers).size).toBe(sent)
  expect(askers[0]).toBe('bench-7')
  // What was answered in the lead-in, or after the end, does not count.
  expect(latenciesMs.length).toBeGreaterThan(0)
  expect(latenciesMs.length).toBeLessThan(sent)
})

test('a few members go round and round when they may', async () => {
  const { sent } = await sendRound(round({ members: 4, eachOnce: false }))
  expect(sent).toBeGreaterThan(4)
  expect(new Set(askers).size).toBe(4)
})

test('a wrong answer among right ones is told', async () => {
  answer = (count) => (count === 5 ? refused : right)
  const { wrong } = await sendRound(round())
  expect(wrong).toEqual([expect.stringContaining('BUSY')])
})

test('too few members are an error, not a shorter round', async () => {
  await expect(sendRound(round({ members: 4 }))).rejects.toThrow(/4 members were too few/)
})
