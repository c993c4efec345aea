import type { OutputOf } from '@shared/contracts'
import type { MemberBooks } from '../books/memberBooks'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { dayBefore } from '../books/days'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability, type Draw } from './command'
import { drawnSales } from './sales'
import { isRightlyForbidden, OWNER } from './staff'

const BALANCES = ['pointsBalance', 'pendingBalance', 'debtBalance', 'growthBalance', 'tier'] as const

type Balance = (typeof BALANCES)[number]

type Subject = { readonly kind: Balance } | { readonly kind: 'entry' | 'order'; readonly id: string }

function drawSubject(draw: Draw, openid: string): Subject {
  if (draw.random.chance(0.4)) return { kind: draw.random.pick(BALANCES) }
  const sales = drawnSales(draw).filter((sale) => sale.openid === openid)
  const sale =
    sales.length > 0 ? sales.at(-1 - Math.floor(draw.random.next() ** 2 * sales.length)) : undefined
  if (!sale || draw.random.chance(0.4)) return { kind: 'entry', id: drawEntry(draw, openid) }
  const id = `counter:${sale.number}`
  return draw.random.chance(0.5) ? { kind: 'order', id } : { kind: 'entry', id: `order:${id}:paid` }
}

/** An entry of the asker's own, of somebody else's, or none at all. */
function drawEntry(draw: Draw, openid: string): string {
  const owner = memberOf(draw.random.chance(0.9) ? openid : draw.shopper())
  const day = draw.random.chance(0.5) ? draw.today : dayBefore(draw.today)
  return draw.random.chance(0.8) ? `checkin:${owner}:${day}` : `member:${owner}`
}

/** Whether what is asked about is in this member's books. */
function isIn(shop: ShopBooks, openid: string, subject: Subject): boolean {
  if (subject.kind === 'order') return shop.sales.get(subject.id)?.member === memberOf(openid)
  if (subject.kind !== 'entry') return true
  const member = shop.members.get(memberOf(openid))
  return shop.has(subject.id) && (member?.causes.has(subject.id) ?? false)
}

/** The parts of an explanation add up to its sum, and the sum of a balance is the balance. */
function mustExplain(
  { lines }: OutputOf<'explain.read'>,
  subject: Subject,
  member: MemberBooks,
  isStill: boolean,
): void {
  const of = (what: string) => `${member.id}: of ${JSON.stringify(subject)} ${what}`
  let parts: number | null = null
  for (const { role, amount } of lines) {
    if (role === 'part') parts = (parts ?? 0) + (amount ?? 0)
    if (role !== 'sum') continue
    must(parts === null || parts === amount, () => of(`${amount} is explained by ${parts}`))
    parts = null
  }
  if (!isStill) return
  const balance = {
    pointsBalance: member.points,
    pendingBalance: member.pendingPoints,
    growthBalance: member.growth,
  }[subject.kind as string]
  const isTold = lines.some(({ role, amount }) => role === 'sum' && amount === balance)
  must(isTold || !balance, () => of(`there is no sum of ${balance}`))
}

const read = callOf({
  name: 'explain.read',
  weight: 8,
  draw: (draw) => {
    const openid = draw.shopper()
    return { openid, subject: drawSubject(draw, openid) }
  },
  openid: ({ openid }) => openid,
  sends: ({ subject }) => ({ subject }),
  begins: (shop, { openid, subject }) => ({
    ...memberBefore(shop, openid),
    isIn: isIn(shop, openid, subject),
  }),
  answered: (shop, { openid, subject }, value, { before }) => {
    const member = shop.member(memberOf(openid))
    must(isIn(shop, openid, subject), () => `${JSON.stringify(subject)} is explained to ${member.id}`)
    mustExplain(value, subject, member, before.seq === member.seq)
  },
  refused: (_shop, _input, error, moment) =>
    isRightlyNoMember(error, moment) || (isNotFound(error) && !moment.before.isIn),
})

const isNotFound = ({ code }: { code: string }): boolean =>
  code === 'ENTRY_NOT_FOUND' || code === 'ORDER_NOT_FOUND'

const readMember = callOf({
  name: 'explain.readMember',
  weight: 4,
  draw: (draw) => {
    const whose = draw.shopper()
    const openid = draw.random.chance(0.95) ? OWNER : draw.shopper()
    return { openid, whose, subject: drawSubject(draw, whose) }
  },
  openid: ({ openid }) => openid,
  sends: ({ whose, subject }) => ({ member: memberOf(whose), subject }),
  begins: (shop, { whose, subject }) => ({
    ...memberBefore(shop, whose),
    isIn: isIn(shop, whose, subject),
  }),
  answered: (shop, { whose, subject }, value, { before }) => {
    const member = shop.member(memberOf(whose))
    must(isIn(shop, whose, subject), () => `${JSON.stringify(subject)} is explained as ${member.id}'s`)
    mustExplain(value, subject, member, before.seq === member.seq)
  },
  refused: (shop, input, error, { before }) =>
    isRightlyForbidden(shop, input, error) ||
    (error.code === 'MEMBER_NOT_FOUND' && before.seq === 0) ||
    (isNotFound(error) && !before.isIn),
})

export const explain: Capability = { commands: [read, readMember] }
