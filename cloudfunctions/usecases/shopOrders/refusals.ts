import type { Refusal } from '@shared/contracts/errors'
import { yuanText } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'
import { changeWords } from '@shared/rules/quote/changeWords'
import type { RefundRequest } from '@shared/rules/quote/refundRequest'
import type { SplitRefusal } from '@shared/rules/quote/refundSplit'
import type { PlaceRefusal } from '@shared/rules/shopOrders/place'
import type { NotNow, ShopOrder } from '@shared/rules/shopOrders/shopOrder'
import { STATE_WORDS } from '@shared/rules/shopOrders/words'

export const NOT_FOUND = { code: 'SHOP_ORDER_NOT_FOUND' } as const

/** Why an order cannot be moved now, with its state in words. */
export const inState = ({ code, state }: NotNow): Refusal<'SHOP_ORDER_NOT_NOW'> => ({
  code,
  data: { state: STATE_WORDS[state] },
})

/** Why an order cannot be quoted or placed, with amounts as people write them. `rest` names what is no stored value. */
export function quoteRefusal<R extends PlaceRefusal>(refusal: R, rest?: Words): Refusal<R['code']>
export function quoteRefusal(refusal: PlaceRefusal, rest?: Words): Refusal<PlaceRefusal['code']> {
  switch (refusal.code) {
    case 'QUOTE_CHANGED': {
      const words = refusal.changes.map((change) => changeWords(change, rest))
      const changes = {
        zh: words.map(({ zh }) => zh).join('；'),
        en: words.map(({ en }) => en).join('; '),
      }
      return { code: refusal.code, data: { changes } }
    }
    case 'WALLET_SHORT': {
      const { code, freeFen, missingFen } = refusal
      return { code, data: { free: yuanText(freeFen), missing: yuanText(missingFen), freeFen, missingFen } }
    }
    case 'COUPON_BELOW_AMOUNT': {
      const { code, couponId, missingFen } = refusal
      return { code, data: { couponId, missing: yuanText(missingFen), missingFen } }
    }
    default: {
      const { code, ...data } = refusal
      return { code, data }
    }
  }
}

type PartCode =
  | 'REFUND_NOTHING'
  | 'REFUND_TOO_MUCH'
  | 'REFUND_LINE_MISSING'
  | 'REFUND_LINE_TWICE'
  | 'REFUND_LINE_TOO_MUCH'
  | 'REFUND_QUANTITY_TOO_MUCH'

/** Why what is asked for cannot be refunded, or not as the order stands. */
export const splitRefusal = (
  refusal: NotNow | SplitRefusal,
  order: ShopOrder,
  request: RefundRequest,
): Refusal<PartCode | 'SHOP_ORDER_NOT_NOW'> =>
  refusal.code === 'SHOP_ORDER_NOT_NOW' ? inState(refusal) : partRefusal(refusal, order, request)

/** Why what is asked for cannot be refunded, for people: they count lines from one. */
export function partRefusal(
  refusal: SplitRefusal,
  { quote }: Pick<ShopOrder, 'quote'>,
  request: RefundRequest,
): Refusal<PartCode> {
  switch (refusal.code) {
    case 'REFUND_TOO_MUCH': {
      const { code, leftFen, leftFreightFen } = refusal
      const texts = { left: yuanText(leftFen), leftFreight: yuanText(leftFreightFen) }
      return { code, data: { ...texts, leftFen, leftFreightFen } }
    }
    case 'REFUND_LINE_UNKNOWN':
      return { code: 'REFUND_LINE_MISSING', data: { line: refusal.line + 1, lines: quote.lines.length } }
    case 'REFUND_LINE_TWICE':
      return { code: refusal.code, data: { line: refusal.line + 1 } }
    case 'REFUND_LINE_TOO_MUCH': {
      const { line, leftFen, leftQuantity } = refusal
      return isByPieces(request, line)
        ? { code: 'REFUND_QUANTITY_TOO_MUCH', data: { line: line + 1, left: leftQuantity } }
        : { code: refusal.code, data: { line: line + 1, left: yuanText(leftFen), leftFen } }
    }
    case 'REFUND_NOTHING':
      return { code: refusal.code }
  }
}

const isByPieces = (request: RefundRequest, at: number): boolean =>
  request.of === 'lines' && request.lines.some((each) => each.line === at && 'quantity' in each)
