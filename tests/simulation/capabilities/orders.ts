import type { InputOf } from '@shared/contracts'
import { importedMemberId } from '../../../cloudfunctions/database/memberId'
import { plusDays } from '../books/days'
import { earn } from '../books/earnings'
import { must } from '../operation'
import { SECRET } from '../platform/platform'
import { callOf, memberOf, type Capability, type Draw } from './command'
import { OWNER } from './staff'

type Row = InputOf<'orders.import'>['rows'][number]

const SOURCE = 'old-shop'
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
      placedDay: plusDays(draw.today, 400),
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
    placedDay: plusDays(today, -Math.floor(random.exponential() * (random.chance(0.3) ? 500 : 10))),
    quantity: 1,
    amountFen: Math.floor(random.exponential() * (random.chance(0.05) ? 1_000_000 : 20_000)),
  }
}

const isTwice = (rows: readonly Row[]): boolean =>
  new Set(rows.map(({ externalId }) => externalId)).size < rows.length

const importOrders = callOf({
  name: 'orders.import',
  weight: 12,
  draw: (draw) => ({ rows: drawBatch(draw) }),
  openid: () => OWNER,
  sends: ({ rows }) => ({ source: SOURCE, rows }),
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
  answered: (shop, { rows }, { imported, alreadyIn, membersMade, amountFen }, { before, alone, smooth }) => {
    for (const row of rows) shop.promise(orderCause(row))
    must(imported + alreadyIn === rows.length, () => `of ${rows.length} rows ${imported} and ${alreadyIn}`)
    must(
      imported <= before.missing.length,
      () => `${imported} imported, ${before.missing.length} were missing`,
    )
    shop.claim('orders imported', imported, shop.figures.sums.orders)
    shop.claim('fen imported', amountFen, shop.figures.soldFen)
    shop.claim('members made', membersMade, shop.figures.sums.newMembers)
    if (!alone || !smooth) return
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
    orderImported: (entry, member, shop, settings) => {
      const { _id, day } = entry
      const order = shop.attempted.orders.get(/^order:(.*):imported$/.exec(_id)?.[1] ?? '')
      must(order?.member === member.id && order.day === day, () => `${_id}: nobody asked for it`)
      shop.mustBeUpTo(day, member, entry)
      const { pointsPerYuan, growthPerYuan } = settings.earning
      const earned = Math.floor((order.amountFen * pointsPerYuan) / 100)
      const growth = Math.floor((order.amountFen * growthPerYuan) / 100)
      // the cap of the day is for what happens today
      const uncapped = { ...settings, earning: { ...settings.earning, dailyCaps: {} } }
      const { lots, debt } = earn(member, 'order', earned, day, uncapped)
      return { lots, debt, growth: [[day, growth, growth]], bought: { day, fen: order.amountFen } }
    },
  },
}
