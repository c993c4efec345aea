import { generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { readJson, writeJson } from '../../dataFolder/jsonFile'

/** What a merchant and WeChat Pay know of one another. Keys are the inner base64 of their PEM files. */
export interface PayKeys {
  readonly mchid: string
  readonly merchantSerial: string
  readonly merchantPrivateKey: string
  readonly merchantPublicKey: string
  readonly publicKeyId: string
  readonly platformPrivateKey: string
  readonly platformPublicKey: string
  readonly apiV3Key: string
}

const NAMES = [
  'mchid',
  'merchantSerial',
  'merchantPrivateKey',
  'merchantPublicKey',
  'publicKeyId',
  'platformPrivateKey',
  'platformPublicKey',
  'apiV3Key',
] as const satisfies (keyof PayKeys)[]

const generate = promisify(generateKeyPair)

/** The keys of a data folder, made once. Throws DamagedFile rather than make new ones for payments that need the old. */
export async function readPayKeys(file: string): Promise<PayKeys> {
  const kept = readJson(file, isPayKeys)
  if (kept) return kept
  const made = await makePayKeys()
  writeJson(file, made, 0o600)
  return made
}

export async function makePayKeys(): Promise<PayKeys> {
  const [merchant, platform] = await Promise.all([makePair(), makePair()])
  const mchid = '1900000001'
  return {
    mchid,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchantPrivateKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    publicKeyId: `PUB_KEY_ID_01${mchid}${randomBytes(8).toString('hex')}`,
    platformPrivateKey: platform.privateKey,
    platformPublicKey: platform.publicKey,
    apiV3Key: randomBytes(16).toString('hex'),
  }
}

async function makePair(): Promise<{ privateKey: string; publicKey: string }> {
  const pair = await generate('rsa', { modulusLength: 2048 })
  return { privateKey: inner(pair.privateKey, 'pkcs8'), publicKey: inner(pair.publicKey, 'spki') }
}

function inner(key: KeyObject, type: 'pkcs8' | 'spki'): string {
  const der = type === 'pkcs8' ? key.export({ type, format: 'der' }) : key.export({ type, format: 'der' })
  return der.toString('base64')
}

function isPayKeys(value: unknown): value is PayKeys {
  const kept = (value ?? {}) as Record<string, unknown>
  return NAMES.every((name) => typeof kept[name] === 'string' && kept[name].length > 0)
}
