import { deflateSync } from 'node:zlib'
import qrcode from 'qrcode-generator'
import { z } from 'zod'
import { OpenApiRefused } from './openApiRefused'

const MOST_SCENE = 32
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/
const PIXELS_A_DOT = 6
/** What the standard asks for around the dots, or scanners miss them. */
const MARGIN_DOTS = 4

const bodySchema = z.object({ scene: z.string(), page: z.string().default('') })

/** What a code leads to, as it is asked for. Throws what WeChat refuses. */
export function targetIn(body: unknown): string {
  const asked = bodySchema.safeParse(body)
  if (!asked.success) throw new OpenApiRefused(47001)
  const { scene, page } = asked.data
  if (scene === '' || scene.length > MOST_SCENE || !SCENE.test(scene)) throw new OpenApiRefused(40169)
  if (page === '' || page.startsWith('/') || page.includes('?')) throw new OpenApiRefused(41030)
  return `${page}?scene=${encodeURIComponent(scene)}`
}

/** A QR code of a text, as a picture of one byte a pixel. */
export function codePicture(text: string): Buffer {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const dots = code.getModuleCount()
  const side = (dots + 2 * MARGIN_DOTS) * PIXELS_A_DOT
  const dotAt = (pixel: number) => Math.floor(pixel / PIXELS_A_DOT) - MARGIN_DOTS
  const isThere = (dot: number) => dot >= 0 && dot < dots
  const rows = Array.from({ length: side }, (_, y) => {
    // Each row begins with its filter: none.
    const row = Buffer.alloc(side + 1, 255)
    row[0] = 0
    for (let x = 0; x < side; x += 1) {
      const [down, across] = [dotAt(y), dotAt(x)]
      if (isThere(down) && isThere(across) && code.isDark(down, across)) row[x + 1] = 0
    }
    return row
  })
  return pngOf(side, Buffer.concat(rows))
}

function pngOf(side: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // Eight bits of grey, no interlacing.
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** The check that every chunk of a PNG ends with. */
function crc32(bytes: Buffer): number {
  let check = 0xffffffff
  for (const byte of bytes) {
    check ^= byte
    for (let bit = 0; bit < 8; bit += 1) check = (check >>> 1) ^ (check & 1 ? 0xedb88320 : 0)
  }
  return (check ^ 0xffffffff) >>> 0
}
