import { withRules } from '@shared/rules/tiers/tierRules'
import type { ShopBooks } from '../books/shopBooks'
import { areOff } from '../books/tierBooks'
import { must } from '../operation'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability } from './command'
import { cannotBeSaved } from './settings'
import { mayBeShownAs } from './shownLevel'
import { isRightlyForbidden, OWNER } from './staff'
import { drawTiers } from './tierRules'

const TOPICS = ['earning', 'campaigns', 'points', 'growth', 'tiers', 'benefits'] as const

/** Levels as people see them, by their ids: those of one program that a call may go by. */
function mustBeKnown(shop: ShopBooks, startedAt: number, ids: readonly string[]): void {
  const programs = shop.settings.possible(startedAt).map(({ tiers }) => tiers)
  const isKnown = programs.some(
    (tiers) => !areOff(tiers) && tiers.levels.map(({ id }) => id).join() === ids.join(),
  )
  must(isKnown, () => `the levels are shown as ${ids.join()}`)
}

const read = callOf({
  name: 'tiers.read',
  weight: 3,
  draw: (draw) => ({ openid: draw.shopper() }),
  openid: ({ openid }) => openid,
  sends: () => ({}),
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid }, value, { before, startedAt }) => {
    if (!value.isOn) {
      const mayBeOff = shop.settings.possible(startedAt).some(({ tiers }) => areOff(tiers))
      must(mayBeOff, () => 'the levels are shown as switched off')
      return
    }
    mustBeKnown(
      shop,
      startedAt,
      value.levels.map(({ face }) => face.id),
    )
    const member = shop.member(memberOf(openid))
    const { id } = value.tier.current
    if (before.seq !== member.seq || !shop.isUnderAll(member, startedAt)) return
    const isShown = id === member.level || mayBeShownAs(id, member.level, shop, startedAt)
    must(isShown, () => `${member.id}: stands at ${member.level}, and all levels show ${id}`)
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

const preview = callOf({
  name: 'tiers.preview',
  weight: 0.1,
  mayRest: true,
  draw: (draw) => ({
    openid: draw.random.chance(0.9) ? OWNER : draw.shopper(),
    tiers: drawTiers(draw),
  }),
  openid: ({ openid }) => openid,
  sends: ({ tiers }) => ({ tiers }),
  begins: (shop) => shop.figures.sums.newMembers,
  answered: (shop, { tiers }, { looked, members, levels, cells }, { before }) => {
    const { newMembers } = shop.figures.sums
    must(looked === members, () => `${looked} of ${members} members were looked at`)
    must(
      before <= members && members <= newMembers,
      () => `${members} members of ${newMembers} are previewed`,
    )
    const moved = cells.reduce((sum, cell) => sum + cell.members, 0)
    must(moved === members, () => `${moved} of ${members} members go somewhere`)
    const after = levels.after.map(({ id }) => id)
    const isAfter = after.join() === tiers.levels.map(({ id }) => id).join()
    must(isAfter, () => `the levels would be ${after.join()}`)
    must(
      cells.every(({ to }) => after.includes(to)),
      () => `somebody would go to a level that is not there: ${JSON.stringify(cells)}`,
    )
  },
  refused: (shop, input, error, { startedAt }) =>
    isRightlyForbidden(shop, input, error) ||
    (error.code === 'IMPOSSIBLE_SETTINGS' &&
      shop.settings
        .mixed(startedAt)
        .some(({ tiers, benefits }) => cannotBeSaved(withRules(tiers, input.tiers), benefits))),
})

const readSettings = callOf({
  name: 'settings.read',
  weight: 1,
  draw: (draw) => ({
    openid: draw.random.chance(0.9) ? OWNER : draw.shopper(),
    topic: draw.random.pick(TOPICS),
  }),
  openid: ({ openid }) => openid,
  sends: ({ topic }) => ({ topic }),
  begins: (shop, { topic }) => shop.settings.latest[topic].version,
  answered: (shop, { topic }, { version }, { before }) => {
    const { latest } = shop.settings
    const isRead = before <= version && version <= latest[topic].version
    must(isRead, () => `${topic} is read at version ${version}, of ${latest[topic].version}`)
  },
  refused: (shop, input, error) => isRightlyForbidden(shop, input, error),
})

export const levelPages: Capability = { commands: [read, preview, readSettings] }
