import { z } from 'zod'
import type { Cloud } from '../../cloudfunctions/database/cloud'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { writeRole } from '../../cloudfunctions/database/staff'
import type { StoreClock } from '../cloud/clock/storeClock'
import { type Door, json, parseBody } from './door'
import { openidSchema } from './openid'

const staffSchema = z.strictObject({ openid: openidSchema, role: z.enum(['owner', 'manager', 'clerk']) })

/** Makes somebody staff: in a store that is empty nobody is there yet who could let the first owner in. */
export function staffDoor(cloud: Cloud, clock: StoreClock, memberIdSecret: string): Door {
  return {
    method: 'POST',
    path: '/local/staff',
    async handle(request) {
      const { openid, role } = parseBody(request, staffSchema)
      await writeRole(cloud, memberIdOf(openid, memberIdSecret), role, clock.now())
      return json({ openid, role })
    },
  }
}
