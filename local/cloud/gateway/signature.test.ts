import { sign } from '@cloudbase/signature-nodejs'
import { verifySdkSignature } from './signature'

const credentials = { secretId: 'id', secretKey: 'key' }
const now = 1_800_000_000_000
const span = { from: now, to: now }

function request(body: object, key = 'key', atMs = now): Parameters<typeof verifySdkSignature>[0] {
  const headers = { 'content-type': 'application/json', host: '127.0.0.1:8080' }
  const url = '/admin?env=e&seqId=1'
  const { authorization, timestamp } = sign({
    secretId: 'id',
    secretKey: key,
    method: 'post',
    url: `http://127.0.0.1:8080${url}`,
    params: body,
    headers,
    withSignedParams: true,
    timestamp: atMs / 1_000,
  })
  return {
    method: 'POST',
    url,
    headers: { ...headers, authorization, 'x-timestamp': String(timestamp) },
    body,
  }
}

const verify =
  (given: ReturnType<typeof request>, times = span) =>
  () =>
    verifySdkSignature(given, credentials, times)

test('what the SDK signs is accepted', () => {
  expect(verify(request({ action: 'x', limit: 5, multi: false, data: ['{}'] }))).not.toThrow()
})

test('another key, another body, a field that was not signed, another host: refused', () => {
  expect(verify(request({ action: 'x' }, 'other'))).toThrow('does not match')
  expect(verify({ ...request({ action: 'x' }), body: { action: 'y' } })).toThrow('does not match')
  expect(verify({ ...request({ action: 'x' }), body: { action: 'x', multi: true } })).toThrow(
    'does not match',
  )
  const moved = request({ action: 'x' })
  expect(verify({ ...moved, headers: { ...moved.headers, host: 'other:1' } })).toThrow('does not match')
})

test('another SecretId or no signature: refused', () => {
  const given = request({ action: 'x' })
  const authorization = given.headers.authorization!.replace('Credential=id/', 'Credential=di/')
  expect(verify({ ...given, headers: { ...given.headers, authorization } })).toThrow('SecretId')
  expect(verify({ ...given, headers: {} })).toThrow('missing')
})

test('ten minutes, by the machine or by the turned clock', () => {
  const old = request({ action: 'x' }, 'key', now - 601_000)
  expect(verify(old)).toThrow('expired')
  expect(verify(request({ action: 'x' }, 'key', now - 599_000))).not.toThrow()
  const turned = request({ action: 'x' }, 'key', now + 86_400_000)
  expect(verify(turned)).toThrow('expired')
  expect(verify(turned, { from: now, to: now + 86_400_000 })).not.toThrow()
})
