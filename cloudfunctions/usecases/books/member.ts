import { ok, refuse } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { tierFace } from '@shared/rules/tiers/face'
import { isOn, rankIn, type TierProgram } from '@shared/rules/tiers/program'
import { tierView } from '@shared/rules/tiers/view'
import { standingOf } from '@shared/rules/tiers/standingOf'
import type { UseCase } from '../../runtime/call'
import { asLedger, readLedgerPage } from '../points/ledgerPage'
import { asBookEntry } from './bookEntry'

export const member: UseCase<'books.member'> = async (call, { member: memberId, cursor, kind }) => {
  const filter = { unit: null, month: null, group: kind ?? null }
  const [found, settings] = await Promise.all([
    readLedgerPage({ cloud: call.cloud, memberId }, filter, cursor),
    call.settings(),
  ])
  if (!found) return refuse({ code: 'MEMBER_NOT_FOUND' })
  const { account, page } = found
  return ok({
    member: memberId,
    joinedDay: account.joined?.day ?? null,
    knownSince: account.knownSince,
    today: call.today,
    tier: tierView(standingOf(account, settings), settings.tiers, call.today),
    ...givenOf(account, settings.tiers),
    balances: account.balances,
    lots: [...account.lots],
    ...asLedger(account, page),
    entries: page.entries.map((entry) => asBookEntry(entry, settings.tiers)),
  })
}

/** The level that the shop gave, and those that it can give. */
function givenOf({ tier: { manual } }: Account, tiers: TierProgram) {
  const levels = isOn(tiers) ? tiers.levels.map((_, rank) => tierFace(tiers, rank)) : []
  const level = manual && levels[rankIn(tiers, manual.levelId)]
  return { given: level ? { level, until: manual.until } : null, levels }
}
