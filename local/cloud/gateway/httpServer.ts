import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { errors } from './gatewayError'
import { limits } from './limits'

/** What is sent back; undefined tears the connection down without an answer. */
export type Reply = object | undefined

/** Answers one request. Its body is text; an oversized one comes as an error instead. */
export type Answer = (request: IncomingMessage, body: string | Error) => Promise<Reply>

/** A server on 127.0.0.1 that answers every request with status 200 and JSON, as the platform does. */
export function createJsonServer(answer: Answer): Server {
  return createServer((request, response) => {
    void readBody(request)
      .then((body) => answer(request, body))
      .then((reply) => send(request, response, reply))
      // the caller has gone: there is nobody to answer
      .catch(() => request.socket.destroy())
  })
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if (reply === undefined) {
    request.socket.destroy()
    return
  }
  const body = Buffer.from(JSON.stringify(reply))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

function readBody(request: IncomingMessage): Promise<string | Error> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      // read to the end all the same: a client that is still sending would not see the answer
      if (bytes <= limits.payloadBytes) chunks.push(chunk)
    })
    request.on('end', () => {
      if (bytes > limits.payloadBytes) resolve(errors.payloadTooLarge(limits.payloadBytes))
      else resolve(chunks.length === 1 ? chunks[0]!.toString() : Buffer.concat(chunks).toString())
    })
    request.on('error', reject)
  })
}

/** Listens on a port of 127.0.0.1, 0 for a free one; resolves to the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/** Stops listening and closes the connections that idle; resolves when the last request was answered. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
