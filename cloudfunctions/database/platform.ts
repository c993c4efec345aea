import tcb from '@cloudbase/node-sdk'

/** What the platform itself says of a call. */
export interface PlatformContext {
  readonly WX_OPENID?: string
  readonly TCB_SOURCE?: string
}

/** Read from the platform, never from the event. */
export function platformContext(context: object): PlatformContext {
  return tcb.getCloudbaseContext(context as Parameters<typeof tcb.getCloudbaseContext>[0])
}
