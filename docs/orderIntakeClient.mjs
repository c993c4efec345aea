#!/usr/bin/env node
/**
 * Tells a Changke shop of orders and refunds: a whole client, with nothing but Node (20 or newer).
 *
 *   INTAKE_URL=http://127.0.0.1:8080/http/orderIntake INTAKE_KEY=mall.… INTAKE_SECRET=… \
 *     node docs/orderIntakeClient.mjs events.json
 *
 * The file holds an array of events (docs/orderIntake.md). What each came to is printed; the exit code is 1 when
 * something was refused or could not be sent, and 0 otherwise.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

const MOST_EVENTS = 1_000
const ATTEMPTS = 5
const FIRST_WAIT_MS = 500

/** The headers that prove who sends a body, and when. A nonce is good for one request: sign again to send again. */
export function signedHeaders(
  { keyId, secret },
  body,
  nowMs = Date.now(),
  nonce = randomBytes(16).toString('base64url'),
) {
  const timestamp = String(Math.floor(nowMs / 1_000))
  const bodyHash = createHash('sha256').update(body).digest('hex')
  const signed = ['CHANGKE-HMAC-SHA256', keyId, timestamp, nonce, bodyHash].join('\n')
  return {
    'content-type': 'application/json',
    'x-changke-key': keyId,
    'x-changke-timestamp': timestamp,
    'x-changke-nonce': nonce,
    'x-changke-signature': createHmac('sha256', secret).update(signed).digest('hex'),
  }
}

/**
 * Sends events, a thousand at a time, and answers what became of each in their sequence. What could not be sent is sent
 * again after a growing wait: telling a thing twice counts once. Throws what the shop refuses whole.
 */
export async function tell(shop, events, nowMs = Date.now) {
  const results = []
  for (let at = 0; at < events.length; at += MOST_EVENTS) {
    const batch = events.slice(at, at + MOST_EVENTS)
    for (const result of await tellBatch(shop, batch, nowMs))
      results.push({ ...result, index: at + result.index })
  }
  return results
}

async function tellBatch(shop, events, nowMs) {
  const body = JSON.stringify({ events })
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(shop, body, nowMs)
    if (answer.ok) return answer.results
    const { code, words } = answer.error
    const isTemporary = answer.status >= 500 || code === 'INTAKE_NONCE'
    if (!isTemporary || attempt === ATTEMPTS) throw new Error(`${code}: ${words?.en ?? 'no answer'}`)
    await new Promise((done) => setTimeout(done, FIRST_WAIT_MS * 2 ** (attempt - 1)))
  }
}

async function send(shop, body, nowMs) {
  try {
    const response = await fetch(shop.url, {
      method: 'POST',
      headers: signedHeaders(shop, body, nowMs()),
      body,
    })
    const answer = await response.json()
    return typeof answer.ok === 'boolean' ? { ...answer, status: response.status } : lost(response.status)
  } catch (error) {
    return lost(599, String(error))
  }
}

const lost = (status, why = `HTTP ${status}`) => ({
  ok: false,
  status,
  error: { code: 'NO_ANSWER', words: { en: why } },
})

async function main([file]) {
  const { INTAKE_URL: url, INTAKE_KEY: keyId, INTAKE_SECRET: secret } = process.env
  if (!file || !url || !keyId || !secret)
    throw new Error('set INTAKE_URL, INTAKE_KEY and INTAKE_SECRET, and name a file of events')
  const results = await tell({ url, keyId, secret }, JSON.parse(await readFile(file, 'utf8')))
  for (const result of results) console.log(JSON.stringify(result))
  const refused = results.filter(({ status, waited = [] }) =>
    [status, ...waited.map((each) => each.status)].includes('error'),
  )
  if (refused.length > 0) process.exitCode = 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
