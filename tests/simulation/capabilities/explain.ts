import { whatDoesNotAddUp } from '@shared/rules/explain/explanation'
import { must } from '../operation'
import { dayBefore } from '../books/days'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability, type Draw } from './command'

const BALANCES = ['pointsBalance', 'pendingBalance', 'debtBalance', 'growthBalance', 'tier'] as const

type Input = { openid: string } & ({ balance: (typeof BALANCES)[number] } | { entry: string })

/** An entry of the asker's own, of somebody else's, or none at all. */
function drawEntry(draw: Draw, openid: string): string {
  const owner = memberOf(draw.random.chance(0.9) ? openid : draw.shopper())
  const day = draw.random.chance(0.5) ? draw.today : dayBefore(draw.today)
  return draw.random.chance(0.8) ? `checkin:${owner}:${day}` : `member:${owner}`
}

const read = callOf({
  name: 'explain.read',
  weight: 8,
  draw: (draw): Input => {
    const openid = draw.shopper()
    return draw.random.chance(0.5)
      ? { openid, balance: draw.random.pick(BALANCES) }
      : { openid, entry: drawEntry(draw, openid) }
  },
  openid: ({ openid }) => openid,
  sends: (input) => ({
    subject: 'entry' in input ? { kind: 'entry', id: input.entry } : { kind: input.balance },
  }),
  begins: (shop, input) => ({
    ...memberBefore(shop, input.openid),
    isIn: 'entry' in input && isOwn(input) && shop.has(input.entry),
  }),
  answered: (shop, input, { lines }, { before }) => {
    const member = shop.member(memberOf(input.openid))
    const wrong = whatDoesNotAddUp(lines)
    must(wrong === null, () => `${member.id}: an explanation does not add up, ${wrong}`)
    if ('entry' in input) {
      must(isOwn(input) && shop.has(input.entry), () => `${input.entry} is explained to ${member.id}`)
      return
    }
    if (input.balance !== 'pointsBalance') return
    const sum = lines.find(({ role, label }) => role === 'sum' && label.en === 'Points to use')?.amount ?? 0
    if (before.seq === member.seq)
      must(sum === member.points, () => `${member.id}: ${sum} points are explained, not ${member.points}`)
  },
  refused: (_shop, _input, error, moment) =>
    isRightlyNoMember(error, moment) || (error.code === 'ENTRY_NOT_FOUND' && !moment.before.isIn),
})

const isOwn = (input: { openid: string; entry: string }): boolean =>
  input.entry.includes(`:${memberOf(input.openid)}`)

export const explain: Capability = { commands: [read] }
