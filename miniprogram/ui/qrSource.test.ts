import jsQR from 'jsqr'
import { qrSource } from './qrSource'

const DIGITS = '1149730065276003391537892119244239885784278897677045704207573369831869222044'
const PIXELS = 4

/** The drawing as a camera would see it: each module so many pixels wide. */
function photographed(source: string): { pixels: Uint8ClampedArray; width: number } {
  const drawing = decodeURIComponent(source.replace('data:image/svg+xml,', ''))
  const size = Number(/viewBox="0 0 (\d+) /.exec(drawing)?.[1])
  const width = size * PIXELS
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of drawing.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let dy = 0; dy < PIXELS; dy += 1)
      for (let dx = 0; dx < Number(length) * PIXELS; dx += 1)
        pixels.fill(0, ...place(Number(x) * PIXELS + dx, Number(y) * PIXELS + dy, width))
  return { pixels, width }
}

/** Where the colours of a pixel stand, without how opaque it is. */
function place(x: number, y: number, width: number): [number, number] {
  const first = (y * width + x) * 4
  return [first, first + 3]
}

test('what is drawn is read again', () => {
  const { pixels, width } = photographed(qrSource(DIGITS))
  expect(jsQR(pixels, width, width)?.data).toBe(DIGITS)
})

test('the digits of a member code fit 29 modules, which a phone reads from the counter', () => {
  expect(photographed(qrSource('1'.repeat(77))).width / PIXELS).toBe(29 + 8)
})

test('another text is another code', () => {
  expect(qrSource('1')).not.toBe(qrSource('2'))
})
