import { must } from '../operation'
import type { Capability } from './command'
import { mustBeDue } from './due'

export const growth: Capability = {
  commands: [],
  entries: {
    growthLapsed: (entry, member, shop) => {
      mustBeDue('growthLapse', entry, member, shop)
      const mode = shop.growthMode(member)
      must(mode !== undefined, () => `${entry._id}: under rules that never were`)
      return { growth: member.growthDays.lapsing(mode, entry.day) }
    },
    growthRecounted: ({ _id, day, rule }, member, shop) => {
      const mode = shop.growthMode(member)
      const isOwn = _id === `growthRecount:${member.id}:${member.growthVersion}`
      must(
        mode !== undefined && isOwn && rule?.version === member.growthVersion,
        () => `${_id}: growth is counted under version ${member.growthVersion}`,
      )
      return { growth: member.growthDays.recounting(mode, day) }
    },
  },
}
