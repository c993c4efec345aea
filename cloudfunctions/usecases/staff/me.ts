import { ok } from '@shared/kernel/result'
import type { UseCase } from '../../runtime/call'

// eslint-disable-next-line @typescript-eslint/require-await -- the runtime has read the role already
export const me: UseCase<'staff.me'> = async (call) => ok({ role: call.role })
