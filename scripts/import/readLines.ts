const NEW_LINE = 0x0a
const CARRIAGE_RETURN = 0x0d

/** One line of a file, without its ending. `bytes` is null when the line is longer than the limit. */
export interface Line {
  /** The first line is 1. */
  readonly number: number
  readonly bytes: Buffer | null
}

/**
 * Cuts a stream of bytes into lines ended by LF or CRLF. Bytes, because a line in the wrong encoding must not spoil its
 * neighbours; and with a limit, because a line of any length must not fill the memory.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1
  let parts: Buffer[] = []
  let length = 0
  const keep = (part: Buffer): void => {
    length += part.length
    if (length <= maxBytes + 1) parts.push(part)
    else parts = []
  }
  const take = (): Line => {
    const line = { number: number++, bytes: finished(Buffer.concat(parts), length, maxBytes) }
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEW_LINE); end !== -1; end = chunk.indexOf(NEW_LINE, start)) {
      keep(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (length > 0) yield take()
}

function finished(bytes: Buffer, length: number, maxBytes: number): Buffer | null {
  if (length > maxBytes + 1) return null
  const line = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes
  return line.length > maxBytes ? null : line
}
