import type { Day } from '@shared/kernel/day'
import { dayWords } from '@shared/kernel/dayWords'
import { groupBy } from '@shared/kernel/groupBy'
import type { Words } from '@shared/kernel/words'
import type { Account } from '../account/account'
import type { Entry } from '../account/entry'
import { benefitsOf } from '../benefits/benefit'
import { holderOf } from '../benefits/holder'
import { perkWords } from '../benefits/words'
import { joined, pointsOf, countText } from '../explain/texts'
import type { Settings } from '../settings/settings'
import { tierFace, rankOf } from '../tiers/face'
import { tierUntil } from '../tiers/judge'
import { rankIn } from '../tiers/program'
import type { TierMove } from '../tiers/tierMove'

/** What a message says. */
export interface Said {
  readonly title: Words
  readonly text: Words
}

/** A commit, as far as it can be told of. */
export interface Commit {
  readonly before: Account
  readonly after: Account
  /** Those that it added, oldest first. */
  readonly entries: readonly Entry[]
  readonly settings: Settings
  readonly today: Day
}

/** More than these are not told one by one. */
const NAMED_AT_MOST = 6

/** The level changed: to which, why, until when, what it brings and what came in with it. */
export function changedWords(commit: Commit): Said {
  const { before, after, entries, settings } = commit
  const { tiers } = settings
  const { name } = tierFace(tiers, rankOf(tiers, after.tier.id))
  const isUp =
    rankIn(tiers, after.tier.id) > rankIn(tiers, before.tier.id) && rankIn(tiers, before.tier.id) >= 0
  return {
    title: isUp
      ? { zh: `恭喜升级为${name.zh}`, en: `You have reached ${name.en}` }
      : { zh: `您的等级变为${name.zh}`, en: `Your level is now ${name.en}` },
    text: joined([
      whyWords(entries, isUp),
      ...untilWords(tierUntil(after.tier, tiers)),
      ...bringsWords(commit),
      ...cameInWords(commit),
    ]),
  }
}

/** The level was kept for another term: why, until when, what came in with it. */
export function keptWords({ to, until, reason }: TierMove, commit: Commit): Said {
  const { tiers } = commit.settings
  const { name } = tierFace(tiers, rankOf(tiers, to))
  return {
    title: { zh: `${name.zh}已续期`, en: `You keep ${name.en}` },
    text: joined([sentence(reason), ...untilWords(until), ...cameInWords(commit)]),
  }
}

/** Benefits came in that are good yet: which, and where to find them. Null when none of them is. */
export function givenWords(commit: Commit): Said | null {
  const given = givenIn(commit)
  const [only] = given
  if (!only) return null
  return {
    title:
      given.length === 1
        ? { zh: `收到：${only.zh}`, en: `New for you: ${only.en}` }
        : { zh: `收到 ${given.length} 项会员权益`, en: `${given.length} benefits for you` },
    text: joined([
      ...(given.length > 1 ? [sentence(listed(given))] : []),
      {
        zh: '在“我的权益”里可以看到使用条件和有效期。',
        en: 'Your benefits show what each asks for and how long it is good.',
      },
    ]),
  }
}

/** Why the level changed: by the last of the moves; where that went the other way, it says so. */
function whyWords(entries: readonly Entry[], isUp: boolean): Words {
  const moves = entries.flatMap((entry) =>
    entry.tier && entry.tier.kind !== 'keep'
      ? [{ isUp: entry.tier.kind === 'up', reason: reasonOf(entry) }]
      : [],
  )
  const last = moves.at(-1)
  if (!last) return { zh: '', en: '' }
  if (last.isUp === isUp) return sentence(last.reason)
  return sentence({
    zh: `其间等级有过多次变动，最后一次是：${last.reason.zh}`,
    en: `It changed more than once; the last time: ${last.reason.en}`,
  })
}

/** What the store gave or took back says more than the rule does. */
function reasonOf({ basis, reason, tier }: Entry): Words {
  if (basis.of === 'tierGiven')
    return { zh: `商家给予：${basis.text}`, en: `Given by the store: ${basis.text}` }
  return basis.of === 'tierTakenBack' || !tier ? reason : tier.reason
}

function untilWords(until: Day | null): Words[] {
  if (until === null) return []
  const { zh, en } = dayWords(until)
  return [{ zh: `有效期至 ${zh}。`, en: `Valid through ${en}.` }]
}

/** What the level gives, without what came in with it. */
function bringsWords(commit: Commit): Words[] {
  const { _id, tier, birthday } = commit.after
  const { tiers, benefits } = commit.settings
  const holder = holderOf(_id, tier, birthday, tiers)
  const given = new Set(grantsIn(commit).map(({ benefitId }) => benefitId))
  const others = (holder ? benefitsOf(benefits.benefits, holder) : []).filter(
    ({ id, perk }) => perk.of !== 'pointsOnUpgrade' && !given.has(id),
  )
  if (others.length === 0) return []
  const { zh, en } = listed(others.map(({ perk, name }) => perkWords(perk) ?? name))
  return [{ zh: `会员权益：${zh}。`, en: `It comes with ${en}.` }]
}

function cameInWords(commit: Commit): Words[] {
  const points = commit.entries.reduce(
    (sum, { basis }) => sum + (basis.of === 'upgradePoints' ? basis.points : 0),
    0,
  )
  const gift = points === 0 ? [] : [{ zh: `${countText(points)} 积分`, en: pointsOf(points) }]
  const given = [...gift, ...givenIn(commit)]
  if (given.length === 0) return []
  const { zh, en } = listed(given)
  return [{ zh: `已送您：${zh}。`, en: `You were given ${en}.` }]
}

/** The benefits that were given, each once; one that was given for several periods says so. */
function givenIn(commit: Commit): readonly Words[] {
  return [...groupBy(grantsIn(commit), ({ benefitId }) => benefitId).values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const { zh, en } = perkWords(first.perk) ?? first.name
    return alike.length === 1
      ? { zh, en }
      : { zh: `${zh}（${alike.length} 次）`, en: `${en} (${alike.length} times)` }
  })
}

/** What was given and can be used yet: what came so late that it has lapsed is no news. */
function grantsIn({ entries, today }: Commit) {
  return entries.flatMap(({ basis }) => (basis.of === 'grant' && basis.validUntil >= today ? [basis] : []))
}

function listed(all: readonly Words[]): Words {
  const named = all.slice(0, NAMED_AT_MOST)
  const more = all.length - named.length
  return {
    zh: named.map(({ zh }) => zh).join('、') + (more > 0 ? `等 ${all.length} 项` : ''),
    en: named.map(({ en }) => en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  }
}

const sentence = ({ zh, en }: Words): Words => ({ zh: `${zh}。`, en: `${en}.` })
