import type { OutputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { Account } from '@shared/rules/account/account'
import { bookClaimed } from '@shared/rules/giftCards/book'
import type { GiftCard } from '@shared/rules/giftCards/card'
import { claimedMessage } from '@shared/rules/giftCards/cardMessages'
import { claimCard, type Claim, type ClaimRefusal } from '@shared/rules/giftCards/claim'
import { join } from '@shared/rules/member/join'
import { outboxItems, type OutboxItem } from '@shared/rules/messages/outbox'
import type { Settings } from '@shared/rules/settings/settings'
import { walletOf } from '@shared/rules/wallet/wallet'
import { transactOnAccount } from '../../database/transactOnAccount'
import type { Call, UseCase } from '../../runtime/call'
import { findByCode } from './findByCode'
import { cardRefusal } from './refusals'

type Output = OutputOf<'giftCards.claim'>
type Outcome = Result<Output, Refusal<ClaimRefusal['code']>>
type First = Extract<Claim, { of: 'first' }>

interface Documents extends Record<string, GiftCard | OutboxItem<'inbox'>> {
  card: GiftCard
  told: OutboxItem<'inbox'>
}

/** The card, the account of whoever claims and what the giver is told change in one transaction, or nothing does. */
export const claim: UseCase<'giftCards.claim'> = async (call, { code, consentVersion }) => {
  const found = await findByCode(call, code)
  if (!found.ok) return found
  const settings = await call.settings()
  const { _id } = found.value
  return transactOnAccount<Documents, Outcome>(
    call,
    call.memberId,
    {
      card: { collection: 'giftCards', id: _id },
      told: { collection: 'outbox', id: `giftCardClaimed:${_id}:inbox` },
    },
    settings,
    (account, { card, told }) => {
      if (!card) throw new Error(`card ${_id} is gone`)
      const { memberId: member, today, at } = call
      const claimer = { member, hasJoined: account?.joined != null, wallet: walletOf(account ?? {}) }
      const claimed = claimCard(card, claimer, settings.wallet.prepaid, { today, at })
      if (!claimed.ok) return { answer: refuse(cardRefusal(claimed.error)) }
      if (claimed.value.of === 'again') return { answer: ok(answerOf(card, knownOf(account), false)) }
      const first = claimed.value
      const next = credited(call, account, first, consentVersion, settings)
      const message = claimedMessage(first.card, { today, at })
      const [item] = message && !told ? outboxItems(message, at) : []
      return {
        next,
        documents: { card: first.card, ...(item ? { told: item } : {}) },
        answer: ok(answerOf(card, next, first.registers)),
      }
    },
  )
}

function credited(
  { memberId, today, at }: Call,
  account: Account | null,
  first: First,
  consentVersion: string,
  settings: Settings,
): Account {
  const joined = first.registers
    ? knownOf(join(account, memberId, today, at, consentVersion, settings))
    : knownOf(account)
  const invited = first.inviter === null ? joined : { ...joined, invitedBy: first.inviter }
  return bookClaimed(invited, first, settings, { today, at, by: 'member' })
}

function knownOf(account: Account | null): Account {
  if (!account) throw new Error('whoever claims has no account')
  return account
}

const answerOf = (
  { principalFen, bonusFen }: GiftCard,
  { balances }: Account,
  hasRegistered: boolean,
): Output => ({ principalFen, bonusFen, hasRegistered, balances })
