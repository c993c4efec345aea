import type { UseCase } from '../../runtime/call'
import { endSale } from './endSale'

export const decline: UseCase<'counter.decline'> = (call, { id }) =>
  endSale(call, id, 'declined', ({ member }) => member === call.memberId)
