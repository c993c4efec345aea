import { must } from '../operation'
import { callOf, type Capability } from './command'
import { isRightlyForbidden, OWNER } from './staff'

const audit = callOf({
  name: 'books.audit',
  weight: 0.3,
  draw: (draw) => ({ openid: draw.random.chance(0.9) ? OWNER : draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  answered: (shop, { openid }, { differences, members, ordersFen }, { alone }) => {
    must(openid === OWNER, () => `${openid} audits the books`)
    must(differences.length === 0, () => `the product's audit found ${JSON.stringify(differences)}`)
    if (!alone) return
    const { newMembers, salesFen } = shop.figures.sums
    must(members === newMembers, () => `${members} members were audited of ${newMembers}`)
    must(ordersFen === salesFen, () => `${ordersFen} fen of orders were audited of ${salesFen}`)
  },
  refused: isRightlyForbidden,
})

export const books: Capability = { commands: [audit] }
