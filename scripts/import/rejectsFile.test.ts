import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ensureOurs, writeRejects } from './rejectsFile'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rejects-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const reject = { line: 4, fault: { code: 'noDate', text: 'a "b", c' }, text: '1,"a ""b"", c",1,1' } as const

describe('the list of rejects', () => {
  it('names line, reason in both languages and row, as CSV that any program reads', () => {
    const path = join(folder, 'rejects.csv')
    writeRejects(path, [reject])
    expect(parse(readFileSync(path), { bom: true, columns: true })).toEqual([
      {
        line: '4',
        code: 'noDate',
        reason_zh: '“a "b", c”不是有效日期，应写作 2024-01-31。',
        reason_en: '“a "b", c” is no date; write it as 2024-01-31.',
        row: reject.text,
      },
    ])
  })

  it('replaces the earlier list, and takes it away when there is nothing to list', () => {
    const path = join(folder, 'rejects.csv')
    writeRejects(path, [reject, reject])
    ensureOurs(path)
    writeRejects(path, [reject])
    expect(readFileSync(path, 'utf8').match(/noDate/g)).toHaveLength(1)
    writeRejects(path, [])
    expect(existsSync(path)).toBe(false)
    writeRejects(path, [])
  })

  it('is never written over something else', () => {
    const path = join(folder, 'orders.csv')
    writeFileSync(path, 'customer,date,quantity,amount\n')
    expect(() => ensureOurs(path)).toThrow(/no list of rejects/)
    writeFileSync(path, '')
    expect(() => ensureOurs(path)).toThrow(/no list of rejects/)
    expect(() => ensureOurs(join(folder, 'none.csv'))).not.toThrow()
  })
})
