import type { UseCase } from '../../runtime/call'
import { endSale } from './endSale'

export const withdraw: UseCase<'counter.withdraw'> = (call, { id }) =>
  endSale(call, id, 'withdrawn', () => true)
