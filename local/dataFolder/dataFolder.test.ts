import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { StartFailure } from '../startFailure'
import { DataFolder, FORMAT } from './dataFolder'

let parent: string
let root: string
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'changke-folders-'))
  root = path.join(parent, 'data')
  DataFolder.open(root)
})
afterEach(() => rmSync(parent, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(path.join(root, name), text)
const writtenBy = (format: number) => write('changke.json', JSON.stringify({ format }))

function setAside(): string {
  const kept = DataFolder.open(root).setAside()
  if (!kept) throw new Error('nothing was set aside')
  return path.relative(parent, kept)
}

test('what this version wrote stays', () => {
  write('cloud.db', 'data')
  expect(DataFolder.open(root).setAside()).toBeUndefined()
  expect(readdirSync(root)).toContain('cloud.db')
})

test('what an earlier version wrote is moved whole, once; who holds the folder stays', () => {
  writtenBy(FORMAT - 1)
  for (const name of ['cloud.db', 'secrets.json', 'lock.json']) write(name, 'old')
  const kept = setAside()
  expect(kept).toBe(`data-format-${FORMAT - 1}`)
  expect(readdirSync(path.join(parent, kept)).sort()).toEqual(['changke.json', 'cloud.db', 'secrets.json'])
  expect(readdirSync(root).sort()).toEqual(['changke.json', 'lock.json'])
  expect(DataFolder.open(root).setAside()).toBeUndefined()
})

test('what was set aside before is not touched by the next', () => {
  for (const data of ['first', 'second']) {
    writtenBy(FORMAT - 1)
    write('cloud.db', data)
    setAside()
  }
  const kept = (name: string) => readFileSync(path.join(parent, name, 'cloud.db'), 'utf8')
  expect([kept(`data-format-${FORMAT - 1}`), kept(`data-format-${FORMAT - 1}-2`)]).toEqual([
    'first',
    'second',
  ])
})

test('stopped half-way it is gone on with, into the same folder', () => {
  writtenBy(FORMAT - 1)
  write('cloud.db', 'old')
  const kept = path.join(parent, setAside())
  // As if the power had gone before the mark, or right after it.
  rmSync(path.join(root, 'changke.json'))
  write('lock.json', 'left by the one that was stopped')
  expect(DataFolder.open(root).setAside()).toBeUndefined()
  renameSync(path.join(kept, 'changke.json'), path.join(root, 'changke.json'))
  write('clock.json', 'old')
  expect(path.join(parent, setAside())).toBe(kept)
  expect(readdirSync(kept).sort()).toEqual(['changke.json', 'clock.json', 'cloud.db'])
})

test('what a later version wrote is refused', () => {
  writtenBy(FORMAT + 1)
  expect(() => DataFolder.open(root)).toThrow(StartFailure)
})
