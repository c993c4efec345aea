import { type Door, json } from './door'

/** Tells one running stack from another: a lock names it. */
export const INSTANCE_HEADER = 'x-changke-instance'

/** 200 once all is up, 503 before. */
export function healthDoor(instance: string, isReady: () => boolean): Door {
  return {
    method: 'GET',
    path: '/healthz',
    handle() {
      const ready = isReady()
      return json({ ready }, ready ? 200 : 503, { [INSTANCE_HEADER]: instance })
    },
  }
}
