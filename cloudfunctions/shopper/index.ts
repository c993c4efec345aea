import { serve } from '../runtime/serve'
import { list as listBenefits } from '../usecases/benefits/list'
import { calendar } from '../usecases/checkin/calendar'
import { checkIn } from '../usecases/checkin/checkIn'
import { confirm as confirmAtCounter } from '../usecases/counter/confirm'
import { decline as declineAtCounter } from '../usecases/counter/decline'
import { pending as pendingAtCounter } from '../usecases/counter/pending'
import { claim } from '../usecases/coupons/claim'
import { claimable } from '../usecases/coupons/claimable'
import { list as listCoupons } from '../usecases/coupons/list'
import { read as readCoupon } from '../usecases/coupons/read'
import { read as readExplanation } from '../usecases/explain/read'
import { list as listFavourites } from '../usecases/favourites/list'
import { set as setFavourite } from '../usecases/favourites/set'
import { buy as buyCards } from '../usecases/giftCards/buy'
import { checkPurchase } from '../usecases/giftCards/checkPurchase'
import { claim as claimCard } from '../usecases/giftCards/claim'
import { giveUp as giveUpCards } from '../usecases/giftCards/giveUp'
import { list as listCards } from '../usecases/giftCards/list'
import { offer as offerCards } from '../usecases/giftCards/offer'
import { pay as payCards } from '../usecases/giftCards/pay'
import { peek as peekCard } from '../usecases/giftCards/peek'
import { read as readCard } from '../usecases/giftCards/read'
import { refund as refundCard } from '../usecases/giftCards/refund'
import { share as shareCard } from '../usecases/giftCards/share'
import { read as readGrowth } from '../usecases/growth/read'
import { read as readHome } from '../usecases/home/read'
import { join } from '../usecases/member/join'
import { setBirthday } from '../usecases/member/setBirthday'
import { show as showMemberCode } from '../usecases/memberCode/show'
import { buy as buyMembership } from '../usecases/memberships/buy'
import { checkPayment as checkMembership } from '../usecases/memberships/checkPayment'
import { giveUp as giveUpMembership } from '../usecases/memberships/giveUp'
import { pay as payMembership } from '../usecases/memberships/pay'
import { previewRefund as previewMembershipRefund } from '../usecases/memberships/previewRefund'
import { read as readMemberships } from '../usecases/memberships/read'
import { refund as refundMembership } from '../usecases/memberships/refund'
import { list as listMessages } from '../usecases/messages/list'
import { markRead } from '../usecases/messages/markRead'
import { ledger } from '../usecases/points/ledger'
import { cart } from '../usecases/shop/cart'
import { list as listShop } from '../usecases/shop/list'
import { product } from '../usecases/shop/product'
import { askRefund } from '../usecases/shopOrders/askRefund'
import { cancel as cancelOrder } from '../usecases/shopOrders/cancel'
import { checkPayment } from '../usecases/shopOrders/checkPayment'
import { list as listOrders } from '../usecases/shopOrders/list'
import { pay as payOrder } from '../usecases/shopOrders/pay'
import { place as placeOrder } from '../usecases/shopOrders/place'
import { quote as quoteOrder } from '../usecases/shopOrders/quote'
import { read as readOrder } from '../usecases/shopOrders/read'
import { receive as receiveOrder } from '../usecases/shopOrders/receive'
import { withdrawRefund } from '../usecases/shopOrders/withdrawRefund'
import { read as readTiers } from '../usecases/tiers/read'
import { checkTopUp } from '../usecases/wallet/checkTopUp'
import { giveUpTopUp } from '../usecases/wallet/giveUpTopUp'
import { ledger as walletLedger } from '../usecases/wallet/ledger'
import { payTopUp } from '../usecases/wallet/payTopUp'
import { read as readWallet } from '../usecases/wallet/read'
import { refundByRight } from '../usecases/wallet/refundByRight'
import { topUp } from '../usecases/wallet/topUp'

export const main = serve('shopper', {
  'member.join': join,
  'member.setBirthday': setBirthday,
  'home.read': readHome,
  'checkin.checkIn': checkIn,
  'checkin.calendar': calendar,
  'points.ledger': ledger,
  'growth.read': readGrowth,
  'tiers.read': readTiers,
  'benefits.list': listBenefits,
  'coupons.list': listCoupons,
  'coupons.read': readCoupon,
  'coupons.claimable': claimable,
  'coupons.claim': claim,
  'memberCode.show': showMemberCode,
  'counter.pending': pendingAtCounter,
  'counter.confirm': confirmAtCounter,
  'counter.decline': declineAtCounter,
  'messages.list': listMessages,
  'messages.markRead': markRead,
  'explain.read': readExplanation,
  'shop.list': listShop,
  'shop.product': product,
  'shop.cart': cart,
  'shopOrders.quote': quoteOrder,
  'shopOrders.place': placeOrder,
  'shopOrders.pay': payOrder,
  'shopOrders.checkPayment': checkPayment,
  'shopOrders.cancel': cancelOrder,
  'shopOrders.receive': receiveOrder,
  'shopOrders.askRefund': askRefund,
  'shopOrders.withdrawRefund': withdrawRefund,
  'shopOrders.list': listOrders,
  'shopOrders.read': readOrder,
  'favourites.set': setFavourite,
  'favourites.list': listFavourites,
  'memberships.read': readMemberships,
  'memberships.buy': buyMembership,
  'memberships.pay': payMembership,
  'memberships.checkPayment': checkMembership,
  'memberships.giveUp': giveUpMembership,
  'memberships.previewRefund': previewMembershipRefund,
  'memberships.refund': refundMembership,
  'wallet.read': readWallet,
  'wallet.topUp': topUp,
  'wallet.payTopUp': payTopUp,
  'wallet.checkTopUp': checkTopUp,
  'wallet.giveUpTopUp': giveUpTopUp,
  'wallet.ledger': walletLedger,
  'wallet.refundByRight': refundByRight,
  'giftCards.offer': offerCards,
  'giftCards.buy': buyCards,
  'giftCards.pay': payCards,
  'giftCards.checkPurchase': checkPurchase,
  'giftCards.giveUp': giveUpCards,
  'giftCards.list': listCards,
  'giftCards.read': readCard,
  'giftCards.share': shareCard,
  'giftCards.refund': refundCard,
  'giftCards.peek': peekCard,
  'giftCards.claim': claimCard,
})
