import { request as send } from 'node:http'
import { type Answer, type Door, DoorError, type DoorRequest } from './door'

/** CloudBase's own addresses, passed on to the gateway unchanged: the headers are signed, the host among them. */
export function gatewayDoors(port: number): Door[] {
  const handle = (request: DoorRequest) => forward(port, request)
  return [
    { method: 'POST', path: '/admin', handle },
    { method: 'POST', path: '/', handle },
  ]
}

function forward(port: number, { method, url, headers, body }: DoorRequest): Promise<Answer> {
  const path = url.pathname + url.search
  return new Promise((resolve, reject) => {
    const onward = send({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () => {
        const type = reply.headers['content-type'] ?? 'application/json'
        resolve({
          status: reply.statusCode ?? 502,
          headers: { 'content-type': type },
          body: Buffer.concat(chunks),
        })
      })
    })
    onward.on('error', (error) => reject(new DoorError(502, 'GATEWAY_LOST', error.message)))
    onward.end(body)
  })
}
