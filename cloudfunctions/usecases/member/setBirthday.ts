import { ok, refuse, type Result } from '@shared/kernel/result'
import {
  changeableFrom,
  setBirthday as decideSetBirthday,
  type BirthdayRefusal,
} from '@shared/rules/member/setBirthday'
import type { Birthday } from '@shared/rules/account/account'
import { commandOnAccount } from '../../database/commandOnAccount'
import type { UseCase } from '../../runtime/call'

export const setBirthday: UseCase<'member.setBirthday'> = async (call, input) => {
  const settings = await call.settings()
  const outcome = await commandOnAccount<Result<Birthday, BirthdayRefusal | { code: 'NOT_A_MEMBER' }>>(
    call,
    call.memberId,
    settings,
    (account) => {
      if (!account?.joined) return { answer: refuse({ code: 'NOT_A_MEMBER' }) }
      const decided = decideSetBirthday(account, input.birthday, call.today)
      if (!decided.ok) return { answer: decided }
      const next = decided.value
      if (!next.birthday) throw new Error('a birthday was set and is not there')
      const answer = ok(next.birthday)
      return next === account ? { answer } : { next, answer }
    },
  )
  if (!outcome.ok) return outcome
  return ok({ day: outcome.value.day, changeableFrom: changeableFrom(outcome.value, call.today) })
}
