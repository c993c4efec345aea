import { existsSync, openSync, readSync, closeSync, rmSync, writeFileSync } from 'node:fs'
import { rowFaultWords } from '@shared/rules/orders/rowFault'
import type { Reject } from './readOrders'

// Spreadsheets read Chinese rightly only after the mark.
const HEADER = '\uFEFFline,code,reason_zh,reason_en,row\n'

/** Throws when something else than an earlier list of rejects is at this path: it would be lost. */
export function ensureOurs(path: string): void {
  if (existsSync(path) && beginning(path) !== HEADER) {
    throw new Error(`${path} is there and is no list of rejects; move it away or name another with --rejects`)
  }
}

/** Lists the rows that stay out by line and reason. Without any, an earlier list goes away. */
export function writeRejects(path: string, rejects: readonly Reject[]): void {
  if (rejects.length === 0) rmSync(path, { force: true })
  else writeFileSync(path, HEADER + rejects.map(record).join(''))
}

function record({ line, fault, text }: Reject): string {
  const { zh, en } = rowFaultWords(fault)
  return `${[String(line), fault.code, zh, en, text].map(field).join(',')}\n`
}

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function beginning(path: string): string {
  const bytes = Buffer.alloc(Buffer.byteLength(HEADER))
  const file = openSync(path, 'r')
  try {
    return bytes.toString('utf8', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}
