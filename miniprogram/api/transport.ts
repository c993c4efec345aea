import type { Transport } from './callEvent'
import { callCloud, startCloud } from './cloudTransport'
import { callOverHttp } from './httpTransport'
import { onLocalStack } from './target'

export const send: Transport = onLocalStack ? callOverHttp : callCloud

/** Once, before the first call. */
export function startTransport(): void {
  if (!onLocalStack) startCloud()
}
