import { serve } from '../runtime/serve'
import { facts as assistantFacts } from '../usecases/assistant/facts'
import { propose } from '../usecases/assistant/propose'
import { carryOnAudit } from '../usecases/books/carryOnAudit'
import { journal } from '../usecases/books/journal'
import { lastAudit } from '../usecases/books/lastAudit'
import { member as readMemberBooks } from '../usecases/books/member'
import { startAudit } from '../usecases/books/startAudit'
import { list as listCategories } from '../usecases/categories/list'
import { save as saveCategories } from '../usecases/categories/save'
import { charge } from '../usecases/counter/charge'
import { previewRefund as previewCounterRefund } from '../usecases/counter/previewRefund'
import { quote as quoteAtCounter } from '../usecases/counter/quote'
import { read as readCounterSale } from '../usecases/counter/read'
import { refund as refundAtCounter } from '../usecases/counter/refund'
import { sales as counterSales } from '../usecases/counter/sales'
import { scan } from '../usecases/counter/scan'
import { withdraw as withdrawAtCounter } from '../usecases/counter/withdraw'
import { carryOnJob } from '../usecases/coupons/carryOnJob'
import { give as giveCoupon } from '../usecases/coupons/give'
import { giveMany } from '../usecases/coupons/giveMany'
import { jobs } from '../usecases/coupons/jobs'
import { ofMember } from '../usecases/coupons/ofMember'
import { voidCoupon } from '../usecases/coupons/void'
import { list as listTemplates } from '../usecases/couponTemplates/list'
import { read as readTemplate } from '../usecases/couponTemplates/read'
import { save as saveTemplate } from '../usecases/couponTemplates/save'
import { readMember as readMemberExplanation } from '../usecases/explain/readMember'
import { activate as activateCards } from '../usecases/giftCards/activate'
import { batch as readBatch } from '../usecases/giftCards/batch'
import { batches as listBatches } from '../usecases/giftCards/batches'
import { cards as listCards } from '../usecases/giftCards/cards'
import { carryOnBatch } from '../usecases/giftCards/carryOnBatch'
import { exportBatch } from '../usecases/giftCards/exportBatch'
import { makeBatch } from '../usecases/giftCards/makeBatch'
import { reactivate as reactivateCard } from '../usecases/giftCards/reactivate'
import { voidCard } from '../usecases/giftCards/void'
import { create as createIntakeKey } from '../usecases/intakeKeys/create'
import { list as listIntakeKeys } from '../usecases/intakeKeys/list'
import { rotate as rotateIntakeKey } from '../usecases/intakeKeys/rotate'
import { switchOff as switchOffIntakeKey } from '../usecases/intakeKeys/switchOff'
import { ofMember as membershipsOf } from '../usecases/memberships/ofMember'
import { previewMemberRefund } from '../usecases/memberships/previewMemberRefund'
import { refundMember } from '../usecases/memberships/refundMember'
import { import as importOrders } from '../usecases/orders/import'
import { record } from '../usecases/orders/record'
import { refund } from '../usecases/orders/refund'
import { read as readOverview } from '../usecases/overview/read'
import { list as listProducts } from '../usecases/products/list'
import { bill } from '../usecases/payments/bill'
import { bills } from '../usecases/payments/bills'
import { checkBill } from '../usecases/payments/checkBill'
import { refunds as weChatRefunds } from '../usecases/payments/refunds'
import { retryRefund } from '../usecases/payments/retryRefund'
import { settleRefundByHand } from '../usecases/payments/settleRefundByHand'
import { read as readProduct } from '../usecases/products/read'
import { save as saveProduct } from '../usecases/products/save'
import { checkTiers } from '../usecases/settings/checkTiers'
import { example } from '../usecases/settings/example'
import { read as readSettings } from '../usecases/settings/read'
import { save as saveSettings } from '../usecases/settings/save'
import { switchTiers } from '../usecases/settings/switchTiers'
import { declineRefund } from '../usecases/shopOrders/declineRefund'
import { listAll as listAllOrders } from '../usecases/shopOrders/listAll'
import { previewRefund } from '../usecases/shopOrders/previewRefund'
import { readAny as readAnyOrder } from '../usecases/shopOrders/readAny'
import { refund as refundShopOrder } from '../usecases/shopOrders/refund'
import { ship as shipOrder } from '../usecases/shopOrders/ship'
import { me } from '../usecases/staff/me'
import { change as changeStock } from '../usecases/stock/change'
import { preview as previewTiers } from '../usecases/tiers/preview'
import { previewMembers } from '../usecases/tiers/previewMembers'
import { recalculation } from '../usecases/tiers/recalculation'
import { give } from '../usecases/tiers/give'
import { takeBack } from '../usecases/tiers/takeBack'
import { offer as offerTopUp } from '../usecases/wallet/offer'
import { previewRefund as previewWalletRefund } from '../usecases/wallet/previewRefund'
import { recordTopUp } from '../usecases/wallet/recordTopUp'
import { refund as refundWallet } from '../usecases/wallet/refund'

export const main = serve('merchant', {
  'staff.me': me,
  'overview.read': readOverview,
  'orders.import': importOrders,
  'orders.record': record,
  'orders.refund': refund,
  'counter.scan': scan,
  'counter.quote': quoteAtCounter,
  'counter.charge': charge,
  'counter.read': readCounterSale,
  'counter.withdraw': withdrawAtCounter,
  'counter.sales': counterSales,
  'counter.previewRefund': previewCounterRefund,
  'counter.refund': refundAtCounter,
  'intakeKeys.list': listIntakeKeys,
  'intakeKeys.create': createIntakeKey,
  'intakeKeys.rotate': rotateIntakeKey,
  'intakeKeys.switchOff': switchOffIntakeKey,
  'payments.bills': bills,
  'payments.bill': bill,
  'payments.checkBill': checkBill,
  'payments.refunds': weChatRefunds,
  'payments.retryRefund': retryRefund,
  'payments.settleRefundByHand': settleRefundByHand,
  'settings.read': readSettings,
  'settings.save': saveSettings,
  'settings.example': example,
  'settings.checkTiers': checkTiers,
  'settings.switchTiers': switchTiers,
  'books.journal': journal,
  'books.member': readMemberBooks,
  'explain.readMember': readMemberExplanation,
  'books.startAudit': startAudit,
  'books.carryOnAudit': carryOnAudit,
  'books.lastAudit': lastAudit,
  'assistant.facts': assistantFacts,
  'assistant.propose': propose,
  'tiers.preview': previewTiers,
  'tiers.previewMembers': previewMembers,
  'tiers.recalculation': recalculation,
  'tiers.give': give,
  'tiers.takeBack': takeBack,
  'products.list': listProducts,
  'products.read': readProduct,
  'products.save': saveProduct,
  'categories.list': listCategories,
  'categories.save': saveCategories,
  'stock.change': changeStock,
  'shopOrders.listAll': listAllOrders,
  'shopOrders.readAny': readAnyOrder,
  'shopOrders.ship': shipOrder,
  'shopOrders.previewRefund': previewRefund,
  'shopOrders.refund': refundShopOrder,
  'shopOrders.declineRefund': declineRefund,
  'couponTemplates.list': listTemplates,
  'couponTemplates.read': readTemplate,
  'couponTemplates.save': saveTemplate,
  'coupons.give': giveCoupon,
  'coupons.giveMany': giveMany,
  'coupons.carryOnJob': carryOnJob,
  'coupons.jobs': jobs,
  'coupons.ofMember': ofMember,
  'coupons.void': voidCoupon,
  'memberships.ofMember': membershipsOf,
  'memberships.previewMemberRefund': previewMemberRefund,
  'memberships.refundMember': refundMember,
  'wallet.previewRefund': previewWalletRefund,
  'wallet.refund': refundWallet,
  'wallet.offer': offerTopUp,
  'wallet.recordTopUp': recordTopUp,
  'giftCards.makeBatch': makeBatch,
  'giftCards.carryOnBatch': carryOnBatch,
  'giftCards.batches': listBatches,
  'giftCards.batch': readBatch,
  'giftCards.exportBatch': exportBatch,
  'giftCards.activate': activateCards,
  'giftCards.cards': listCards,
  'giftCards.void': voidCard,
  'giftCards.reactivate': reactivateCard,
})
