import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'

const REQUIRED_COLUMNS = ['customer', 'date', 'quantity', 'amount'] as const
const KNOWN_COLUMNS = [...REQUIRED_COLUMNS, 'order', 'openid'] as const

export type Column = (typeof KNOWN_COLUMNS)[number]

/** Why a whole file is refused: with wrong columns every row would be read wrongly. */
export type HeaderFault =
  | { readonly code: 'emptyFile' }
  | { readonly code: 'unreadableHeader' }
  | { readonly code: 'unknownColumn' | 'missingColumn' | 'repeatedColumn'; readonly column: string }

const isKnown = (name: string): name is Column => (KNOWN_COLUMNS as readonly string[]).includes(name)

/** Reads the first record as names of columns, in any order and case. */
export function readHeader(fields: readonly string[]): Result<readonly Column[], HeaderFault> {
  const columns: Column[] = []
  for (const field of fields) {
    const name = field.trim().toLowerCase()
    if (!isKnown(name)) return refuse({ code: 'unknownColumn', column: field.trim().slice(0, 60) })
    if (columns.includes(name)) return refuse({ code: 'repeatedColumn', column: name })
    columns.push(name)
  }
  const missing = REQUIRED_COLUMNS.find((name) => !columns.includes(name))
  if (missing) return refuse({ code: 'missingColumn', column: missing })
  return ok(columns)
}

const KNOWN = KNOWN_COLUMNS.join(', ')
const REQUIRED = REQUIRED_COLUMNS.join(', ')

export function headerFaultWords(fault: HeaderFault): Words {
  switch (fault.code) {
    case 'emptyFile':
      return {
        zh: `文件是空的。第一行应为列名：${REQUIRED}。`,
        en: `The file is empty. Its first line must name the columns: ${REQUIRED}.`,
      }
    case 'unreadableHeader':
      return {
        zh: `第一行无法读取。请将文件另存为 UTF-8 编码的 CSV，第一行为列名：${REQUIRED}。`,
        en: `The first line cannot be read. Save the file as CSV in UTF-8, with the columns named in the first line: ${REQUIRED}.`,
      }
    case 'unknownColumn':
      return {
        zh: `未知的列“${fault.column}”。可用的列：${KNOWN}。请改名或删除该列后重试。`,
        en: `There is no column “${fault.column}”. The columns known are ${KNOWN}. Rename or remove it and try again.`,
      }
    case 'missingColumn':
      return {
        zh: `缺少列“${fault.column}”。必需的列：${REQUIRED}。`,
        en: `The column “${fault.column}” is missing. Needed are ${REQUIRED}.`,
      }
    case 'repeatedColumn':
      return {
        zh: `列“${fault.column}”出现了两次。请只保留一列后重试。`,
        en: `The column “${fault.column}” is there twice. Keep one and try again.`,
      }
  }
}
