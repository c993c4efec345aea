import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { move } from '../account/legs'
import { post } from '../account/post'
import type { Settings } from '../settings/settings'
import { countedOf, dayOfGrowth, LONG_AGO, type GrowthDay } from './days'
import { countsFrom, lapseDay, type GrowthMode } from './window'

/** The first day on which growth that counts now stops to; null when none does. */
export function nextGrowthLapse(days: readonly GrowthDay[], mode: GrowthMode): Day | null {
  const oldest = days.find(({ counted }) => counted !== 0)
  const lapses = oldest ? lapseDay(mode, oldest.day) : null
  if (!oldest || lapses === null) return null
  // Long ago is no day to date an entry to: it had lapsed by the day of the newest growth.
  const newest = days.at(-1)?.day ?? lapses
  return oldest.day === LONG_AGO && lapses < newest ? newest : lapses
}

/** What next stops counting, and on which day; null when nothing that counts ever does. */
export function growthLeaving(
  days: readonly GrowthDay[],
  mode: GrowthMode,
): { readonly day: Day; readonly growth: number } | null {
  const day = nextGrowthLapse(days, mode)
  return day === null ? null : { day, growth: countedOf(lapsing(days, countsFrom(mode, day))) }
}

/** The days that count now, and not from that day on. */
function lapsing(days: readonly GrowthDay[], countsFromDay: Day | null): readonly GrowthDay[] {
  return days.filter(({ day, counted }) => counted !== 0 && countsFromDay !== null && day < countsFromDay)
}

/** Takes out the growth that stops counting on a day or before: by an entry dated to that day. */
export function lapseGrowth(account: Account, on: Day, settings: Settings, recordedAt: number): Account {
  const { mode, version } = settings.growth
  const from = countsFrom(mode, on)
  const gone = lapsing(account.growthDays, from)
  const [first] = gone
  const last = gone.at(-1)
  if (!first || !last) return account
  return post(
    account,
    {
      _id: `growthLapse:${account._id}:${on}:${account.seq + 1}`,
      kind: 'growthLapsed',
      at: startOfDay(on),
      day: on,
      recordedAt,
      source: `growth:${on}`,
      reason:
        mode.kind === 'reset'
          ? { zh: '成长值周期重置', en: 'Growth started over' }
          : { zh: '成长值超出统计期', en: 'Growth left the window' },
      legs: move('growth', 'store.growthLapsed', 'growth', countedOf(gone)),
      lots: [],
      growthDays: gone.map(({ day, counted }) => ({ day, gained: 0, counted: -counted })),
      basis: { of: 'growthLapse', mode, from: first.day, to: last.day },
      rule: { topic: 'growth', version },
      by: 'system',
    },
    settings,
  )
}

/** Counts again under other settings of growth: what counts now and did not, and the other way round. */
export function recountGrowth(account: Account, today: Day, settings: Settings, recordedAt: number): Account {
  const { mode, version } = settings.growth
  if (account.growthVersion >= version) return account
  const counting = { ...account, growthVersion: version }
  const from = countsFrom(mode, today)
  const changes = account.growthDays.flatMap(({ day, gained, counted }) => {
    const right = from === null || day >= from ? gained : 0
    return right === counted ? [] : [{ day, gained: 0, counted: right - counted }]
  })
  if (changes.length === 0) return counting
  return post(
    counting,
    {
      _id: `growthRecount:${account._id}:${version}`,
      kind: 'growthRecounted',
      at: recordedAt,
      day: today,
      recordedAt,
      source: `settings:growth:${version}`,
      reason: { zh: '成长值规则调整，重新统计', en: 'Growth counted again under new rules' },
      legs: move('store.growthLapsed', 'growth', 'growth', countedOf(changes)),
      lots: [],
      growthDays: changes,
      basis: { of: 'growthRecount', mode },
      rule: { topic: 'growth', version },
      by: 'system',
    },
    settings,
  )
}

/** Growth gained on a day, all of which counts. */
export function gained(day: Day, growth: number): readonly GrowthDay[] {
  return growth === 0 ? [] : [{ day, gained: growth, counted: growth }]
}

/** Growth of a day taken back: as far as it still counts, the balance goes down with it. */
export function takenBack(days: readonly GrowthDay[], day: Day, growth: number): readonly GrowthDay[] {
  if (growth === 0) return []
  const kept = dayOfGrowth(days, { day, gained: -growth, counted: 0 })
  const there = days.find((each) => each.day === kept) ?? days.find((each) => each.day === LONG_AGO)
  return [{ day, gained: -growth, counted: -Math.min(growth, there?.counted ?? 0) }]
}
