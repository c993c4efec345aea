import fc from 'fast-check'
import { contrast } from './colours'
import { levelLook } from './levelLook'

const AA = 4.5

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('whatever colour a merchant chooses, all text is readable on every part of it', () => {
  fc.assert(
    fc.property(anyColour, (color) => {
      const { style } = levelLook({ material: 'gold', color })
      const grounds = style['--m-surface']?.match(/#[0-9a-f]{6}/g) ?? []
      expect(grounds).toHaveLength(2)
      for (const ground of [color, ...grounds])
        for (const ink of ['--m-ink', '--m-soft'])
          expect(contrast(style[ink] ?? '', ground)).toBeGreaterThanOrEqual(AA)
    }),
  )
})

test('without a colour of its own a level has its material', () => {
  expect(levelLook({ material: 'gold', color: null })).toEqual({
    className: 'material material--gold',
    style: {},
  })
})
