import type { IncomingMessage } from 'node:http'
import { DoorError } from './door'

/** What CloudBase takes in one request. */
const MAX_BODY_BYTES = 6 * 1024 * 1024

/** The whole body. Throws DoorError 413 as soon as it is known to be too large. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  // Leaving the loop must not cut the line: the answer that says why goes over it.
  const arriving = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  for await (const chunk of arriving) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): DoorError {
  return new DoorError(413, 'BODY_TOO_LARGE', `A body has at most ${MAX_BODY_BYTES} bytes`)
}
