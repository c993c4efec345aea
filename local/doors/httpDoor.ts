import { deployments, type Deployment } from '../../cloudfunctions/deployed'
import type { FunctionRunner } from '../cloud/functions/functionRunner'
import { refuse } from './callFunctionDoors'
import { type Answer, type Door, DoorError, type DoorRequest, jsonText } from './door'

/** What a function behind HTTP answers with. */
interface HttpReply {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

/** The HTTP access service in front of functions that the world outside WeChat calls. */
export function httpDoor(runner: FunctionRunner): Door {
  return { method: '*', path: '/http/*', handle: (request) => callOverHttp(runner, request) }
}

async function callOverHttp(runner: FunctionRunner, request: DoorRequest): Promise<Answer> {
  const [name = ''] = request.rest.split('/')
  if (!isOpen(name))
    throw new DoorError(
      404,
      'HTTP_FUNCTION_NOT_FOUND',
      `No function is open to HTTP as /http/${request.rest}`,
    )
  const result = await runner
    .call(name, JSON.stringify(eventOf(request)), { source: 'wx_http' })
    .catch(refuse)
  return answerOf(result)
}

function isOpen(name: string): boolean {
  const all: readonly Deployment[] = deployments
  return all.some((deployment) => deployment.name === name && deployment.trigger.kind === 'http')
}

/** The event as the service makes it: text as it is, anything else in base64. */
function eventOf({ method, url, headers, body }: DoorRequest): object {
  const isText = /json|text|xml|urlencoded/.test(headers['content-type'] ?? '')
  return {
    path: url.pathname,
    httpMethod: method,
    headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {},
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}

/** Whatever is no answer over HTTP is sent as JSON, as the service does. */
function answerOf(result: string): Answer {
  const reply = JSON.parse(result) as HttpReply | null
  if (typeof reply?.statusCode !== 'number') return jsonText(result)
  const { statusCode, headers = {}, body = '', isBase64Encoded = false } = reply
  return { status: statusCode, headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') }
}
