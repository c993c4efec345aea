import type { CallError } from '@shared/contracts/errors'
import type { ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { callOf, type Capability } from './command'

/** The shop's owner, appointed before the first operation. */
export const OWNER = 'owner'

export function isRightlyForbidden(_shop: ShopBooks, input: { openid: string }, error: CallError): boolean {
  return error.code === 'FORBIDDEN' && input.openid !== OWNER
}

const me = callOf({
  name: 'staff.me',
  weight: 1,
  draw: (draw) => ({ openid: draw.random.chance(0.5) ? OWNER : draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  answered: (_shop, { openid }, { role }) => {
    must(role === (openid === OWNER ? 'owner' : null), () => `${openid} is told to be ${role}`)
  },
})

export const staff: Capability = { commands: [me] }
