import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse, type Result } from '@shared/kernel/result'
import type { GiftCard } from '@shared/rules/giftCards/card'
import { codeIn } from '@shared/rules/giftCards/code'
import { hashOfCode } from '../../database/cardCodes'
import { countWrong, putDownTry, takeOffTry } from '../../database/cardTries'
import { findCard } from '../../database/giftCards'
import type { Call } from '../../runtime/call'
import { triesRefusal } from './refusals'

/**
 * The card of whatever carries a code. The try is put down before the code is looked up, so that no more are looked up than
 * may be wrong, however many come at once; what is no code at all is no guess.
 */
export async function findByCode(
  { cloud, memberId, at }: Pick<Call, 'cloud' | 'memberId' | 'at'>,
  text: string,
): Promise<Result<GiftCard, Refusal<'GIFT_CARD_CODE_UNKNOWN' | 'GIFT_CARD_TRIES'>>> {
  const code = codeIn(text)
  if (code === null) return refuse({ code: 'GIFT_CARD_CODE_UNKNOWN' })
  const tried = await putDownTry(cloud, memberId, at)
  if (!tried.ok) return refuse(triesRefusal(tried.error, at))
  const card = await findCard(cloud, hashOfCode(code))
  if (card) {
    await takeOffTry(cloud, memberId, at)
    return ok(card)
  }
  await countWrong(cloud, at)
  return refuse({ code: 'GIFT_CARD_CODE_UNKNOWN' })
}
