import { must } from '../operation'
import { callOf, type Capability } from './command'
import { isRightlyForbidden, OWNER } from './staff'

const read = callOf({
  name: 'overview.read',
  weight: 2,
  draw: (draw) => ({ openid: draw.random.chance(0.8) ? OWNER : draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  answered: (shop, { openid }, { orders, salesFen, members, days }, { today }) => {
    const { sums } = shop.figures
    must(openid === OWNER, () => `${openid} reads the merchant's figures`)
    must(orders <= sums.orders, () => `${orders} orders are shown, ${sums.orders} are in`)
    must(
      salesFen <= shop.figures.soldFen,
      () => `${salesFen} fen are shown, ${shop.figures.soldFen} were sold`,
    )
    must(members <= sums.newMembers, () => `${members} members are shown, ${sums.newMembers} are in`)
    must(days.length === 30 && days.at(-1)?.day === today, () => `the days end with ${days.at(-1)?.day}`)
  },
  refused: isRightlyForbidden,
})

export const overview: Capability = { commands: [read] }
