import type { Account } from '../account/account'
import type { EntryDraft } from '../account/entry'
import { issuePoints } from '../points/earn'
import type { Settings } from '../settings/settings'
import { holderOf } from './holder'
import { pointsOnUpgrade } from './onUpgrade'

/**
 * The points that come with the level a member was just lifted to, as an entry of the same moment and an account that
 * knows they were given; null when there are none, or they were given before.
 */
export function upgradePoints(
  account: Account,
  { at, day, recordedAt }: EntryDraft,
  settings: Settings,
): { account: Account; draft: EntryDraft } | null {
  const { benefits, tiers, points: pointsSettings } = settings
  const holder = holderOf(account._id, account.tier, account.birthday, tiers)
  const gift = holder && pointsOnUpgrade(benefits.benefits, holder, account.levelsPaidOut)
  if (!gift) return null
  const { legs, lots, pending, repaid, validUntil } = issuePoints(
    account,
    'upgrade',
    gift.points,
    day,
    settings,
  )
  return {
    account: { ...account, levelsPaidOut: [...account.levelsPaidOut, gift.levelId] },
    draft: {
      _id: gift.key,
      kind: 'upgradePoints',
      at,
      day,
      recordedAt,
      source: `tier:${gift.levelId}`,
      reason: { zh: '升级赠送积分', en: 'Points on upgrade' },
      legs,
      lots,
      pending,
      basis: {
        of: 'upgradePoints',
        levelId: gift.levelId,
        points: gift.points,
        benefitIds: gift.benefits.map(({ id }) => id),
        validUntil,
        pointsVersion: pointsSettings.version,
        repaid,
      },
      rule: { topic: 'benefits', version: benefits.version },
      by: 'system',
    },
  }
}
