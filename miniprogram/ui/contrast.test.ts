import { readFileSync } from 'node:fs'
import path from 'node:path'
import { contrast } from './colours'

const AA = 4.5

const sheet = (name: string) => readFileSync(path.join(__dirname, name), 'utf8')

/** `--name: #rrggbb` of one block. */
function coloursOf(block: string): Map<string, string> {
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g), ([, name = '', hex = '']) => [name, hex]),
  )
}

const [lightBlock = '', darkBlock = ''] = sheet('theme.scss').split('@media (prefers-color-scheme: dark)')
const themes = [
  ['light', coloursOf(lightBlock)],
  ['dark', coloursOf(darkBlock)],
] as const

const PAIRS = [
  ['ink', ['page', 'surface', 'surface-sunk']],
  ['ink-soft', ['page', 'surface', 'surface-sunk']],
  ['accent-ink', ['page', 'surface', 'accent-tint']],
  ['on-accent', ['accent']],
  ['notice-ink', ['notice']],
] as const

describe.each(themes)('the %s theme', (_name, colours) => {
  const pairs = PAIRS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const))
  it.each(pairs)('%s is readable on %s', (text, ground) => {
    expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(AA)
  })
})

const materials = sheet('materials.scss')
  .split('.material--')
  .slice(1)
  .map((block) => [block.slice(0, block.indexOf(' ')), block] as const)

it('has the six materials of the contract', () => {
  expect(materials.map(([name]) => name)).toEqual(['paper', 'bronze', 'silver', 'gold', 'diamond', 'black'])
})

describe.each(materials)('the material %s', (_name, block) => {
  const grounds = [...new Set(block.slice(block.indexOf('--m-surface')).match(/#[0-9a-f]{6}/g))]
  it.each(['m-ink', 'm-soft'])('%s is readable on every part of it', (text) => {
    const ink = coloursOf(block).get(text) ?? ''
    expect(grounds.length).toBeGreaterThanOrEqual(3)
    for (const ground of grounds) expect([ground, contrast(ink, ground) >= AA]).toEqual([ground, true])
  })
})
