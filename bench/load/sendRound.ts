import { Agent, request } from 'node:http'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { openidOf } from '../stack/members'
import type { Round, RoundResult } from './loadMessages'
import { processorMs } from './processorTime'
import { isRightAnswer, requestOf, type Sent } from './subjects'

interface Reply {
  readonly status: number
  readonly body: Buffer
}

const WRONG_SHOWN = 3

/** Sends requests from so many callers, each with one under way at a time, on connections that stay open. */
export async function sendRound(round: Round): Promise<RoundResult> {
  const { subject, side, callers, leadMs, measuredMs, eachOnce } = round
  const requests = requestsOf(round)
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const url = new URL('/wx/callFunction', round.url)
  const latenciesMs: number[] = []
  const replies: Reply[] = []
  let sent = 0
  const takenBefore = processorMs(round.pid)
  const cpuBefore = process.cpuUsage()
  const from = performance.now() + leadMs
  const until = from + measuredMs

  const caller = async (): Promise<void> => {
    for (let now = performance.now(); now < until;) {
      const next = requests[eachOnce ? sent : sent % requests.length]
      if (!next) throw new Error(`${requests.length} members were too few for this round`)
      sent++
      replies.push(await send(agent, url, next))
      const answered = performance.now()
      if (answered >= from && answered < until) latenciesMs.push(answered - now)
      now = answered
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const { user, system } = process.cpuUsage(cpuBefore)
  const cpuShare = (user + system) / 1000 / (leadMs + measuredMs)
  const taken = processorMs(round.pid)
  const cpuMs = taken === undefined || takenBefore === undefined ? undefined : (taken - takenBefore) / sent
  agent.destroy()
  // Only now: reading answers while others wait for theirs would take time from both.
  const wrong = replies
    .filter(({ status, body }) => !isRightAnswer(subject, side, status, body.toString()))
    .slice(0, WRONG_SHOWN)
    .map(({ status, body }) => `${status} ${body.toString()}`)
  return { latenciesMs, sent, wrong, cpuShare, cpuMs }
}

function requestsOf({ subject, side, firstMember, members, memberIdSecret }: Round): Sent[] {
  return Array.from({ length: members }, (_, place) => {
    const openid = openidOf(firstMember + place)
    return requestOf(subject, side, openid, memberIdOf(openid, memberIdSecret))
  })
}

function send(agent: Agent, url: URL, { openid, body }: Sent): Promise<Reply> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-local-openid': openid,
  }
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks) }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
