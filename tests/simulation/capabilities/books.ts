import type { OutputOf } from '@shared/contracts'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { callOf, type Capability, type Command } from './command'
import { isRightlyForbidden, OWNER } from './staff'

type Run = OutputOf<'books.startAudit'>['run']

/** The highest number of a run that somebody was told of. */
const newestRun = new WeakMap<ShopBooks, number>()

/** No audit finds anything, counts more than there is, or is told of before it began. */
function judge(shop: ShopBooks, run: Run): void {
  const { newMembers } = shop.figures.sums
  must(run.differenceCount === 0, () => `the audit ${run.id} found ${run.differenceCount} differences`)
  must(run.members <= newMembers, () => `${run.members} members were audited of ${newMembers}`)
  must((run.state === 'done') === (run.finishedAt !== null), () => `the audit ${run.id} ended half`)
  newestRun.set(shop, Math.max(newestRun.get(shop) ?? 0, Number(run.id)))
}

const start = callOf({
  name: 'books.startAudit',
  weight: 0.15,
  draw: (draw) => ({ openid: draw.random.chance(0.9) ? OWNER : draw.shopper(), press: draw.count() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  answered: (shop, { openid }, { run }) => {
    must(openid === OWNER, () => `${openid} audits the books`)
    judge(shop, run)
  },
  refused: isRightlyForbidden,
})

/** Pressed again it is another start; sent again it is the same. */
const startAudit: Command = {
  ...start,
  sends: (input, shop) => {
    const sent = start.sends(input, shop)
    const requestId = `press-${(input as { press: number }).press}`
    return { ...sent, event: { ...(sent.event as object), requestId } }
  },
}

const carryOnAudit = callOf({
  name: 'books.carryOnAudit',
  weight: 0.4,
  draw: (draw) => ({ openid: OWNER, number: 1 + Math.floor(draw.random.next() * 12) }),
  openid: ({ openid }) => openid,
  sends: ({ number }) => ({ id: String(number).padStart(8, '0') }),
  begins: (shop) => newestRun.get(shop) ?? 0,
  answered: (shop, _input, { run }) => judge(shop, run),
  refused: (_shop, { number }, { code }, { before }) => code === 'AUDIT_NOT_FOUND' && number > before,
})

const lastAudit = callOf({
  name: 'books.lastAudit',
  weight: 0.2,
  draw: (draw) => ({ openid: draw.random.chance(0.9) ? OWNER : draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  answered: (shop, _input, { running, last }) => {
    for (const run of [running, last]) if (run) judge(shop, run)
    must(running?.state !== 'done' && last?.state !== 'running', () => 'the runs stand in the wrong places')
  },
  refused: isRightlyForbidden,
})

export const books: Capability = { commands: [startAudit, carryOnAudit, lastAudit] }
