import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const runWorld = (dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(__dirname, 'world.mjs'), ...args], {
    env: { ...process.env, CHANGKE_DATA: dataDir },
    encoding: 'utf8',
  })

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'world-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it.each([
  ['{"name":"regulars","state":"made","people":[]}', 'holds the world "regulars"'],
  ['damaged', 'holds the world "that cannot be read"'],
])('does not throw away the world in the data folder unasked (%s)', (mark, message) => {
  writeFileSync(path.join(folder, 'world.json'), mark)
  const { status, stderr } = runWorld(folder, 'empty')
  expect(status).toBe(1)
  expect(stderr).toContain(message)
  expect(stderr).toContain('npm run world -- empty --yes')
  expect(readFileSync(path.join(folder, 'world.json'), 'utf8')).toBe(mark)
})

it.each([[[]], [['--yes']], [['empty', 'regulars']], [['empty', '--yse']]])(
  'shows how it is used for %j',
  (args) => {
    const { status, stderr } = runWorld(folder, ...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^usage: .*\n\nworlds: regulars .*empty\n$/)])
  },
)
