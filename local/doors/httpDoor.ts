import { type Door, DoorError } from './door'

/** The HTTP access service in front of functions that the world outside WeChat calls. None is deployed behind it yet. */
export function httpDoor(): Door {
  return {
    method: '*',
    path: '/http/*',
    handle({ rest }) {
      throw new DoorError(404, 'HTTP_FUNCTION_NOT_FOUND', `No function is open to HTTP as /http/${rest}`)
    },
  }
}
