import { Connection } from '../../cloud/gateway/sqlite'
import type { Shipment } from '../openApi/shipments'
import type { Notice, Payment, Refund } from './payDocuments'

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS payments (
    id TEXT PRIMARY KEY, prepayId TEXT NOT NULL, transactionId TEXT NOT NULL, state TEXT NOT NULL, at INTEGER, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS paymentsByState ON payments (state, at);
  CREATE UNIQUE INDEX IF NOT EXISTS paymentsByPrepay ON payments (prepayId);
  CREATE UNIQUE INDEX IF NOT EXISTS paymentsByTransaction ON payments (transactionId);
  CREATE TABLE IF NOT EXISTS refunds (id TEXT PRIMARY KEY, outTradeNo TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS refundsOfPayment ON refunds (outTradeNo);
  CREATE INDEX IF NOT EXISTS refundsByDay ON refunds (at);
  CREATE TABLE IF NOT EXISTS notices (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, outTradeNo TEXT NOT NULL, nextAt INTEGER, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS noticesDue ON notices (nextAt);
  CREATE INDEX IF NOT EXISTS noticesOfPayment ON notices (outTradeNo);
  CREATE TABLE IF NOT EXISTS shipments (id TEXT PRIMARY KEY, body TEXT NOT NULL);
`

/** What WeChat Pay knows, in a file of the data folder. */
export class PayStore {
  readonly #db: Connection

  constructor(file: string) {
    this.#db = new Connection(file)
    this.#db.exec(SCHEMA)
  }

  payment(outTradeNo: string): Payment | undefined {
    return this.#one('SELECT body FROM payments WHERE id = ?', outTradeNo)
  }

  paymentOfPrepay(prepayId: string): Payment | undefined {
    return this.#one('SELECT body FROM payments WHERE prepayId = ?', prepayId)
  }

  paymentOfTransaction(transactionId: string): Payment | undefined {
    return this.#one('SELECT body FROM payments WHERE transactionId = ?', transactionId)
  }

  unpaid(): Payment[] {
    return this.#all(`SELECT body FROM payments WHERE state = 'NOTPAY' ORDER BY rowid`)
  }

  paidBetween(from: number, before: number): Payment[] {
    const sql = `SELECT body FROM payments WHERE state = 'SUCCESS' AND at >= ? AND at < ? ORDER BY at, rowid`
    return this.#all(sql, from, before)
  }

  savePayment(payment: Payment): void {
    const { outTradeNo, prepayId, transactionId, state, paidAt } = payment
    const sql = `INSERT INTO payments (id, prepayId, transactionId, state, at, body) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        prepayId = excluded.prepayId, state = excluded.state, at = excluded.at, body = excluded.body`
    this.#db.run(sql, [outTradeNo, prepayId, transactionId, state, paidAt, JSON.stringify(payment)])
  }

  refund(outRefundNo: string): Refund | undefined {
    return this.#one('SELECT body FROM refunds WHERE id = ?', outRefundNo)
  }

  refundsOf(outTradeNo: string): Refund[] {
    return this.#all('SELECT body FROM refunds WHERE outTradeNo = ? ORDER BY rowid', outTradeNo)
  }

  refundsBetween(from: number, before: number): Refund[] {
    return this.#all('SELECT body FROM refunds WHERE at >= ? AND at < ? ORDER BY at, rowid', from, before)
  }

  addRefund(refund: Refund): void {
    const sql = 'INSERT INTO refunds (id, outTradeNo, at, body) VALUES (?, ?, ?, ?)'
    this.#db.run(sql, [refund.outRefundNo, refund.outTradeNo, refund.createdAt, JSON.stringify(refund)])
  }

  notice(id: string): Notice | undefined {
    return this.#one('SELECT body FROM notices WHERE id = ?', id)
  }

  noticesOf(outTradeNo: string): Notice[] {
    return this.#all('SELECT body FROM notices WHERE outTradeNo = ? ORDER BY number', outTradeNo)
  }

  noticesDue(at: number): Notice[] {
    return this.#all('SELECT body FROM notices WHERE nextAt <= ? ORDER BY nextAt, number', at)
  }

  /** When the next notice is to be sent; undefined when none is. */
  nextNoticeAt(): number | undefined {
    const [at] = this.#db.get('SELECT min(nextAt) FROM notices') ?? []
    return typeof at === 'number' ? at : undefined
  }

  saveNotice(notice: Notice): void {
    const sql = `INSERT INTO notices (id, outTradeNo, nextAt, body) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET nextAt = excluded.nextAt, body = excluded.body`
    this.#db.run(sql, [notice.id, notice.outTradeNo, notice.nextAt, JSON.stringify(notice)])
  }

  shipment(transactionId: string): Shipment | undefined {
    return this.#one('SELECT body FROM shipments WHERE id = ?', transactionId)
  }

  shipments(): Shipment[] {
    return this.#all('SELECT body FROM shipments ORDER BY rowid')
  }

  saveShipment(shipment: Shipment): void {
    const sql =
      'INSERT INTO shipments (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body'
    this.#db.run(sql, [shipment.transactionId, JSON.stringify(shipment)])
  }

  /** What these steps write is written together or not at all. */
  together<T>(steps: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = steps()
      this.#db.exec('COMMIT')
      return result
    } catch (error) {
      this.#db.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#db.close()
  }

  #one<T>(sql: string, id: string): T | undefined {
    const row = this.#db.get(sql, [id])
    return row && (JSON.parse(row[0] as string) as T)
  }

  #all<T>(sql: string, ...parameters: (string | number)[]): T[] {
    return this.#db.all(sql, parameters).map((row) => JSON.parse(row[0] as string) as T)
  }
}
