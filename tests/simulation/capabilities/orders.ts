import type { InputOf } from '@shared/contracts'
import { importedMemberId } from '../../../cloudfunctions/database/memberId'
import { must } from '../operation'
import { SECRET } from '../platform/platform'
import { endOfNextYear, mustHaveLapsed } from './checkin'
import { callOf, memberOf, type Capability, type Draw } from './command'
import { OWNER } from './staff'

type Row = InputOf<'orders.import'>['rows'][number]

const SOURCE = 'old-shop'
const DAY_MS = 86_400_000
/** How many rows a batch may reach back over. */
const OVERLAP = 12

const memberOfRow = ({ openid, customer }: Row): string =>
  openid ? memberOf(openid) : importedMemberId(SOURCE, customer, SECRET)

const orderId = (row: Row): string => `${SOURCE}:${row.externalId}`

const orderCause = (row: Row): string => `order:${orderId(row)}:imported`

/** Rows in the order of a file, drawn as it is reached; a batch begins somewhere in what was sent before. */
function drawBatch(draw: Draw): Row[] {
  const file = draw.remembered<Row[]>('orders.import', () => [])
  const from = Math.max(0, file.length - Math.floor(draw.random.next() * OVERLAP))
  const size = 1 + Math.floor(draw.random.next() ** 3 * 10)
  while (file.length < from + size) file.push(drawRow(draw, file.length))
  const rows = file.slice(from, from + size)
  const [first] = rows
  if (first && draw.random.chance(0.03)) rows.push(first)
  if (draw.random.chance(0.02))
    rows.push({
      ...drawRow(draw, draw.count()),
      externalId: `ahead-${draw.count()}`,
      placedDay: later(draw.today, 400),
    })
  return rows
}

function drawRow(draw: Draw, number: number): Row {
  const { random, today } = draw
  const isKnownToWeChat = random.chance(0.7)
  const person = isKnownToWeChat ? draw.shopper() : `x${Math.floor(random.next() * 3)}`
  return {
    externalId: `n${number}`,
    customer: person,
    ...(isKnownToWeChat ? { openid: person } : {}),
    placedDay: later(today, -Math.floor(random.exponential() * (random.chance(0.3) ? 500 : 10))),
    quantity: 1,
    amountFen: Math.floor(random.exponential() * (random.chance(0.05) ? 1_000_000 : 20_000)),
  }
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

const isTwice = (rows: readonly Row[]): boolean =>
  new Set(rows.map(({ externalId }) => externalId)).size < rows.length

const importOrders = callOf({
  name: 'orders.import',
  weight: 12,
  draw: (draw) => ({ rows: drawBatch(draw) }),
  openid: () => OWNER,
  sends: ({ rows }) => ({ source: SOURCE, rows }),
  touches: ({ rows }) => [...new Set(rows.map(memberOfRow))],
  begins: (shop, { rows }, today) => {
    const isTaken = !isTwice(rows) && rows.every(({ placedDay }) => placedDay <= today)
    if (isTaken) {
      for (const row of rows) {
        const order = { member: memberOfRow(row), day: row.placedDay, amountFen: row.amountFen }
        shop.attempted.orders.set(orderId(row), order)
      }
    }
    return {
      missing: rows.filter((row) => !shop.has(orderCause(row))),
      unknown: new Set(rows.map(memberOfRow).filter((id) => !shop.has(`member:${id}`))).size,
    }
  },
  answered: (
    shop,
    { rows },
    { imported, alreadyIn, membersMade, amountFen },
    { before, alone, smooth, today },
  ) => {
    for (const row of rows) shop.promise(orderCause(row))
    must(imported + alreadyIn === rows.length, () => `of ${rows.length} rows ${imported} and ${alreadyIn}`)
    must(
      imported <= before.missing.length,
      () => `${imported} imported, ${before.missing.length} were missing`,
    )
    shop.claim('orders imported', imported, shop.figures.sums.orders)
    shop.claim('fen imported', amountFen, shop.figures.sums.salesFen)
    shop.claim('members made', membersMade, shop.figures.sums.newMembers)
    if (!alone || !smooth) return
    for (const row of before.missing)
      mustHaveLapsed(orderCause(row), [...shop.member(memberOfRow(row)).lots.keys()], today)
    const fen = before.missing.reduce((sum, row) => sum + row.amountFen, 0)
    const told = [imported, amountFen, membersMade].join()
    const right = [before.missing.length, fen, before.missing.length > 0 ? before.unknown : 0].join()
    must(told === right, () => `an import says ${told} (orders, fen, new members), and did ${right}`)
  },
  refused: (_shop, { rows }, { code }, { today }) =>
    (code === 'ROW_TWICE' && isTwice(rows)) ||
    (code === 'ROW_IN_FUTURE' && rows.some(({ placedDay }) => placedDay > today)),
})

export const orders: Capability = {
  commands: [importOrders],
  entries: {
    orderImported: ({ _id, day }, member, shop) => {
      const order = shop.attempted.orders.get(/^order:(.*):imported$/.exec(_id)?.[1] ?? '')
      must(order?.member === member.id && order.day === day, () => `${_id}: nobody asked for it`)
      mustHaveLapsed(_id, [...member.lots.keys()], day)
      const earned = Math.floor(order.amountFen / 100)
      return { points: earned, growth: earned, validUntil: endOfNextYear(day), order }
    },
  },
}
