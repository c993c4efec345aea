import { cardIdOf, nextSlice, withMade, type Numbers } from '@shared/rules/giftCards/batch'
import { newCard, type GiftCard } from '@shared/rules/giftCards/card'
import { codeOf } from '@shared/rules/giftCards/code'
import { codeBytesOf, hashOfCode } from '../../database/cardCodes'
import type { Cloud } from '../../database/cloud'
import { insertMissing } from '../../database/documentAccess'
import { changeBatch, type BatchDocument } from '../../database/giftBatches'

const CARDS_A_SLICE = 1_000

/** Puts cards of a batch in, slice by slice, as long as `mayGoOn`; a slice that is put in again puts in the same cards. */
export async function makeCards(
  cloud: Cloud,
  secret: string,
  from: BatchDocument,
  mayGoOn: () => boolean,
): Promise<BatchDocument> {
  let batch = from
  for (let slice = nextSlice(batch, CARDS_A_SLICE); slice && mayGoOn();) {
    await insertMissing(cloud, 'giftCards', cardsOf(batch, slice, secret))
    const { to } = slice
    const next = await changeBatch(cloud, batch._id, (now) => ({ ...now, ...withMade(now, to) }))
    if (!next) throw new Error(`batch ${batch._id} is gone`)
    batch = next
    slice = nextSlice(batch, CARDS_A_SLICE)
  }
  return batch
}

function cardsOf(
  { _id: batchId, designId, principalFen, bonusFen }: BatchDocument,
  { from, to }: Numbers,
  secret: string,
): GiftCard[] {
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const number = from + place
    const _id = cardIdOf(batchId, number)
    return newCard({
      _id,
      codeHash: hashOfCode(codeOf(codeBytesOf(_id, secret))),
      origin: { of: 'batch', batchId, number },
      designId,
      message: '',
      from: '',
      principalFen,
      bonusFen,
    })
  })
}
