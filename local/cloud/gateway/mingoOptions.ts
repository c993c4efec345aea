import type { Options } from 'mingo/types'

/** No code from a query is ever run. */
export const mingoOptions: Partial<Options> = { scriptEnabled: false }
