import type { FileStorage } from '../wechat/storage/fileStorage'
import { type Door, DoorError, json } from './door'
import { staticDoor } from './staticDoor'

const ANY_ORIGIN = { 'access-control-allow-origin': '*' }

/** Where pictures go that the app uploads, and where it finds them: the cloud's file storage. */
export function storageDoors(storage: FileStorage): Door[] {
  return [
    {
      method: 'POST',
      path: '/local/storage',
      handle({ body }) {
        const fileID = storage.keep(body)
        if (fileID === null) throw new DoorError(400, 'NO_PICTURE', 'Only JPEG, PNG and WebP are kept')
        return json({ fileID }, 200, ANY_ORIGIN)
      },
    },
    staticDoor('/local/storage/', storage.folder),
  ]
}
