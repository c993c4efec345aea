import type { Transport } from './callEvent'
import { cloudTransport } from './cloudTransport'
import { httpTransport } from './httpTransport'

/** The local stack in a browser and in a WeChat build pointed at it; the build for the cloud leaves its door out. */
export const transport: Transport =
  process.env.TARO_ENV === 'h5' || process.env.TARO_APP_LOCAL !== '' ? httpTransport : cloudTransport
