import fc from 'fast-check'
import { readLines } from './readLines'

fc.configureGlobal({ seed: 1 })

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function linesOf(bytes: Buffer, chunk: number, max: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = []
  for await (const line of readLines(chunksOf(bytes, chunk), max)) {
    expect(line.number).toBe(lines.length + 1)
    lines.push(line.bytes?.toString('latin1') ?? null)
  }
  return lines
}

describe('lines of a stream of bytes', () => {
  it('are the same however the stream is cut into chunks', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n'), maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 8 }),
        async (all, chunk, max) => {
          const expected = all.split(/\r?\n/)
          if (expected.at(-1) === '') expected.pop()
          expect(await linesOf(Buffer.from(all), chunk, max)).toEqual(
            expected.map((line) => (line.length > max ? null : line)),
          )
        },
      ),
    )
  })

  it('takes the last line without an ending', async () => {
    expect(await linesOf(Buffer.from('a\nb'), 8, 8)).toEqual(['a', 'b'])
  })

  it('measures a line without its ending', async () => {
    expect(await linesOf(Buffer.from('1234\r\n12345\r\n1234\n12345\n1234'), 3, 4)).toEqual([
      '1234',
      null,
      '1234',
      null,
      '1234',
    ])
  })

  it('does not keep a line that never ends', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      const chunk = Buffer.alloc(1 << 20, 'x')
      for (let i = 0; i < 512; i++) yield chunk
      yield Buffer.from('\nnext')
    }
    const before = process.memoryUsage().arrayBuffers
    const lines: (string | null)[] = []
    for await (const line of readLines(endless(), 65_536)) lines.push(line.bytes?.toString() ?? null)
    expect(lines).toEqual([null, 'next'])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 << 20)
  })
})
