import { ok, refuse, type Result } from '@shared/kernel/result'
import { markRead as decideMarkRead } from '@shared/rules/messages/markRead'
import { commandOnAccount } from '../../database/commandOnAccount'
import type { UseCase } from '../../runtime/call'

export const markRead: UseCase<'messages.markRead'> = async (call, { upTo }) => {
  const settings = await call.settings()
  return commandOnAccount<Result<{ readAt: number }, { code: 'NOT_A_MEMBER' }>>(
    call,
    call.memberId,
    settings,
    (account) => {
      if (!account?.joined) return { answer: refuse({ code: 'NOT_A_MEMBER' }) }
      const next = decideMarkRead(account, upTo, call.at)
      return next
        ? { next, answer: ok({ readAt: next.inboxReadAt }) }
        : { answer: ok({ readAt: account.inboxReadAt }) }
    },
  )
}
