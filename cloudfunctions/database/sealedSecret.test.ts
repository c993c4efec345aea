import { openSecret, sealSecret } from './sealedSecret'

const MASTER = 'a secret of the tests'

test('a sealed secret is read again, and does not show', () => {
  const sealed = sealSecret('open sesame', 'mall.1', MASTER)
  expect(openSecret(sealed, 'mall.1', MASTER)).toBe('open sesame')
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('sesame')
  expect(sealSecret('open sesame', 'mall.1', MASTER)).not.toBe(sealed)
})

test('it opens for its own owner, unaltered, and with the secret that it was sealed with', () => {
  const sealed = sealSecret('open sesame', 'mall.1', MASTER)
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  expect(() => openSecret(sealed, 'mall.2', MASTER)).toThrow()
  expect(() => openSecret(sealed, 'mall.1', 'another')).toThrow()
  expect(() => openSecret(bytes.toString('base64url'), 'mall.1', MASTER)).toThrow()
})
