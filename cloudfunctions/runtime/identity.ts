import { platformContext } from '../database/platform'

/** Who the platform says is calling, and through what. Nothing in an event can change this. */
export interface Identity {
  readonly openid: string | null
  /** The chain of callers: `wx_client`, `wx_trigger`, `wx_http`… */
  readonly sources: readonly string[]
}

export function identityOf(context: object): Identity {
  const platform = platformContext(context)
  return {
    openid: platform.WX_OPENID || null,
    sources: (platform.TCB_SOURCE ?? '').split(',').filter(Boolean),
  }
}

/** True for the HTTP access service, which anybody in the world can reach: the request must prove who sends it. */
export function isHttp(identity: Identity): boolean {
  return identity.sources.length > 0 && identity.sources.every((source) => source === 'wx_http')
}

/** True for a timer of the platform: any client can call any function by name and make up the event. */
export function isTimer(identity: Identity): boolean {
  return identity.sources.length > 0 && identity.sources.every((source) => source === 'wx_trigger')
}
