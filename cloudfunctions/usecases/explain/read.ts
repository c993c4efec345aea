import { refuse } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { explain } from './explain'

export const read: UseCase<'explain.read'> = async (call, { subject }) => {
  const explained = await explain(call, call.memberId, subject)
  return explained?.account.joined ? explained.outcome : refuse({ code: 'NOT_A_MEMBER' })
}
