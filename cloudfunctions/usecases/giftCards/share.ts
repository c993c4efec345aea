import { ok, refuse } from '@shared/kernel/result'
import { codeOf, printedCode } from '@shared/rules/giftCards/code'
import { moveCard } from '@shared/rules/giftCards/move'
import { codeBytesOf, hashOfCode } from '../../database/cardCodes'
import { commandOnCard } from '../../database/giftCards'
import type { Call, UseCase } from '../../runtime/call'
import { givenFace } from './faces'
import { readOwnCard } from './ownCard'
import { cardRefusal } from './refusals'

/** The page that a code leads to; what WeChat opens has no leading slash. */
const CLAIM_PAGE = 'features/claimCard/index'

export const share: UseCase<'giftCards.share'> = async (call, { id }) => {
  const [own, { giftCards }] = await Promise.all([readOwnCard(call, id), call.settings()])
  if (!own.ok) return own
  const bytes = codeBytesOf(id, call.secret)
  const code = codeOf(bytes)
  // The shop's secret was changed since: the code that was given out then still leads to the card, this one would not.
  if (hashOfCode(code) !== own.value.codeHash) return refuse({ code: 'GIFT_CODE_UNAVAILABLE' })
  const shared = await commandOnCard(call.cloud, id, (card) => {
    if (!card) throw new Error(`card ${id} is gone`)
    const moved = moveCard(card, { does: 'share' }, call.today)
    return moved.ok ? moved : refuse(cardRefusal(moved.error))
  })
  if (!shared.ok) return shared
  return ok({
    card: givenFace(shared.value, giftCards, call.today),
    code,
    printed: printedCode(bytes),
    picture: await pictureOf(call, code),
  })
}

/** Without a picture the code can still be handed on as a card in a chat, or typed. */
async function pictureOf(call: Call, scene: string) {
  const codes = call.codes()
  if (!codes) return null
  const made = await codes.unlimited({ page: CLAIM_PAGE, scene })
  if (made.ok) return made.value
  const { code, message } = made.error
  call.alert(new Error(`WeChat made no mini-program code: ${code} ${message}`))
  return null
}
