import * as z from 'zod'
import { defineContract } from './contract'
import { instant } from './shapes'

/** Names the system that tells of orders: it stands before their numbers. */
const source = z.string().regex(/^[a-z0-9-]{1,32}$/)

const keyId = z.string().min(1).max(64)

/** A new key with its secret, which is told this once. */
const newKey = z.strictObject({ id: keyId, source, secret: z.string() })

/** The keys of each system, the newest first; never their secrets. */
export const list = defineContract({
  name: 'intakeKeys.list',
  function: 'merchant',
  audience: 'owner',
  kind: 'query',
  input: z.strictObject({}),
  output: z.strictObject({
    sources: z.array(
      z.strictObject({
        source,
        keys: z.array(
          z.strictObject({
            id: keyId,
            createdAt: instant,
            /** When it was switched off; null while it is valid. */
            offAt: instant.nullable(),
          }),
        ),
      }),
    ),
  }),
  errors: [],
})

/** The first key of a system that is to tell of orders. */
export const create = defineContract({
  name: 'intakeKeys.create',
  function: 'merchant',
  audience: 'owner',
  kind: 'command',
  input: z.strictObject({ source }),
  output: newKey,
  errors: ['INTAKE_SOURCE_TAKEN', 'INTAKE_SOURCE_RESERVED'],
})

/** A second key of a system: both are valid until the old one is switched off. */
export const rotate = defineContract({
  name: 'intakeKeys.rotate',
  function: 'merchant',
  audience: 'owner',
  kind: 'command',
  input: z.strictObject({ source }),
  output: newKey,
  errors: ['INTAKE_KEY_NOT_FOUND', 'INTAKE_TWO_KEYS'],
})

/** Switches a key off, for good and at once. */
export const switchOff = defineContract({
  name: 'intakeKeys.switchOff',
  function: 'merchant',
  audience: 'owner',
  kind: 'command',
  input: z.strictObject({ id: keyId }),
  output: z.strictObject({ id: keyId, offAt: instant }),
  errors: ['INTAKE_KEY_NOT_FOUND'],
})
