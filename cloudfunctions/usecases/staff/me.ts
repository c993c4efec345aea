import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'

export const me: UseCase<'staff.me'> = async (call) => ok({ role: call.role })
