import type { OutputOf } from '@shared/contracts'
import { refusalWords } from '@shared/contracts/refusalWords'
import type { Day } from '@shared/kernel/day'
import type { CouponTemplate } from '@shared/rules/coupons/template'
import { worthWords } from '@shared/rules/coupons/words'
import { agreedCoupons } from '@shared/rules/wallet/agreed'
import { agreementOf, agreementVersion } from '@shared/rules/wallet/agreement'
import { plansOffered } from '@shared/rules/wallet/offer'
import type { Gift } from '@shared/rules/wallet/plans'
import { roomFen } from '@shared/rules/wallet/room'
import type { WalletSettings } from '@shared/rules/wallet/settings'
import type { Wallet } from '@shared/rules/wallet/wallet'
import { topUpRefusal } from './refusals'

type Offer = Pick<OutputOf<'wallet.offer'>, 'plans' | 'anyAmount' | 'roomFen' | 'agreement'>

/** What a member can top up today, by which agreement, and why not the rest. */
export function offerFace(
  wallet: Wallet,
  settings: WalletSettings,
  templates: ReadonlyMap<string, CouponTemplate>,
  today: Day,
): Offer {
  const { anyAmount, prepaid } = settings
  const giftOf = (gift: Gift) => giftFace(gift, templates, today)
  return {
    plans: plansOffered(wallet, settings, today).map(({ plan, refusal }) => {
      const { id, name, payFen, gift, to, isFirstOnly, mostPerMember } = plan
      const refused = refusal && topUpRefusal(refusal)
      return {
        id,
        name,
        payFen,
        gift: giftOf(gift),
        to,
        isFirstOnly,
        mostPerMember,
        refusal: refused && { code: refused.code, words: refusalWords(refused) },
      }
    }),
    anyAmount: anyAmount && {
      leastFen: anyAmount.leastFen,
      brackets: anyAmount.brackets.map(({ fromFen, bonusRateBp, gift }) => ({
        fromFen,
        bonusRateBp,
        gift: giftOf(gift),
      })),
    },
    roomFen: roomFen(wallet, prepaid),
    agreement: { version: agreementVersion(settings), sentences: [...agreementOf(settings)] },
  }
}

function giftFace(gift: Gift, templates: ReadonlyMap<string, CouponTemplate>, today: Day) {
  const { bonusFen, points, growth } = gift
  const coupons = agreedCoupons(gift, templates, today).map(({ templateId, name, takesOff, count }) => ({
    templateId,
    name,
    worth: worthWords(takesOff),
    count,
  }))
  return { bonusFen, points, growth, coupons }
}
