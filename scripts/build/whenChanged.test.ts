import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from './places'
import { whenChanged } from './whenChanged'

describe('a part of the build', () => {
  mkdirSync(inProject('.cache'), { recursive: true })
  const folder = mkdtempSync(inProject('.cache/build-test-'))
  const inside = (name: string) => path.relative(inProject(), path.join(folder, name))
  const name = path.basename(folder)
  const part = { name, inputs: [inside('source')], outputs: [inside('made')] }
  afterAll(() => {
    rmSync(folder, { recursive: true })
    rmSync(inProject(`dist/.${name}-inputs`), { force: true })
  })

  let builds = 0
  const build = () => {
    builds += 1
    writeFileSync(path.join(folder, 'made'), readFileSync(path.join(folder, 'source')))
    return Promise.resolve()
  }
  const write = (text: string) => writeFileSync(path.join(folder, 'source'), text)
  const ran = async (what = part) => {
    const before = builds
    expect(await whenChanged(what, build)).toBe(builds > before)
    return builds - before
  }

  test('is built when something that goes into it has changed, and only then', async () => {
    write('one')
    expect(await ran()).toBe(1)
    expect(await ran()).toBe(0)
    write('one')
    expect(await ran()).toBe(0)
    write('two')
    expect(await ran()).toBe(1)
    expect(await ran({ ...part, ...{ settings: ['other'] } })).toBe(1)
  })

  test('is built when what it makes is missing', async () => {
    await ran()
    rmSync(path.join(folder, 'made'))
    expect(await ran()).toBe(1)
  })

  test('that fails is built again the next time', async () => {
    write('three')
    await expect(whenChanged(part, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await ran()).toBe(1)
  })

  test('is built once by many who want it at the same time', async () => {
    write('four')
    const before = builds
    await Promise.all([1, 2, 3].map(() => whenChanged(part, build)))
    expect(builds - before).toBe(1)
  })

  test('is not waited for when its builder is gone', async () => {
    write('five')
    writeFileSync(inProject(`dist/.${name}-building`), '999999999')
    expect(await ran()).toBe(1)
  })
})
