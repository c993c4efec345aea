import { ok, refuse } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { changeStock } from '../../database/stock'
import type { UseCase } from '../../runtime/call'

export const change: UseCase<'stock.change'> = async (call, input) => {
  const { cloud, memberId, requestId, at } = call
  const made = { id: requestId, by: memberId, at, change: input.change }
  const outcome = await changeStock(cloud, input.sku, made)
  switch (outcome.of) {
    case 'missing':
      return refuse({ code: 'STOCK_NOT_FOUND' })
    case 'short':
      return refuse({ code: 'STOCK_SHORT', data: { left: outcome.free } })
    case 'done': {
      const { free, holds, sold } = outcome.stock
      return ok({ free, held: sumOf(Object.values(holds), (pieces) => pieces), sold })
    }
  }
}
