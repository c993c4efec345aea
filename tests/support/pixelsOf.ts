import { inflateSync } from 'node:zlib'

/** The pixels of a picture of one byte of grey each, as a scanner takes them: four bytes a pixel. */
export function pixelsOf(png: Buffer): { data: Uint8ClampedArray; width: number; height: number } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const start = png.indexOf('IDAT', 0, 'latin1')
  const rows = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const grey = rows[y * (width + 1) + 1 + x] ?? 0
      data.set([grey, grey, grey, 255], (y * width + x) * 4)
    }
  return { data, width, height }
}
