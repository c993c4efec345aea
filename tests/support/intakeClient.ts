import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** The client of docs/, which mall developers start from. */
export interface IntakeClient {
  readonly tell: (
    shop: { readonly url: string; readonly keyId: string; readonly secret: string },
    events: readonly unknown[],
    nowMs?: () => number,
  ) => Promise<readonly ClientResult[]>
}

export interface ClientResult {
  readonly index: number
  readonly status: string
  readonly error?: { readonly code: string }
  readonly waited?: readonly { readonly status: string }[]
}

export const CLIENT_FILE = path.resolve(__dirname, '../../docs/orderIntakeClient.mjs')

export async function loadIntakeClient(): Promise<IntakeClient> {
  return (await import(pathToFileURL(CLIENT_FILE).href)) as IntakeClient
}

/** Whether something that was told was refused, be it a refund that had waited. */
export function isRefused({ status, waited = [] }: Pick<ClientResult, 'status' | 'waited'>): boolean {
  return [status, ...waited.map((each) => each.status)].includes('error')
}
