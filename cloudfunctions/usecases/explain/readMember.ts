import { refuse } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'
import { explain } from './explain'

export const readMember: UseCase<'explain.readMember'> = async (call, { member, subject }) =>
  (await explain(call, member, subject))?.outcome ?? refuse({ code: 'MEMBER_NOT_FOUND' })
