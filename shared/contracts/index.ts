import type { z } from 'zod'
import * as assistant from './assistant'
import * as benefits from './benefits'
import * as books from './books'
import * as categories from './categories'
import * as checkin from './checkin'
import type { Contract } from './contract'
import * as counter from './counter'
import * as coupons from './coupons'
import * as couponTemplates from './couponTemplates'
import * as explain from './explain'
import * as favourites from './favourites'
import * as giftCards from './giftCards'
import * as growth from './growth'
import * as home from './home'
import * as intakeKeys from './intakeKeys'
import * as member from './member'
import * as memberCode from './memberCode'
import * as memberships from './memberships'
import * as messages from './messages'
import * as orders from './orders'
import * as overview from './overview'
import * as payments from './payments'
import * as points from './points'
import * as products from './products'
import * as settings from './settings'
import * as shop from './shop'
import * as shopOrders from './shopOrders'
import * as staff from './staff'
import * as stock from './stock'
import * as tiers from './tiers'
import * as wallet from './wallet'

/** Every contract of the product. */
export const contracts = [
  member.join,
  member.setBirthday,
  home.read,
  checkin.checkIn,
  checkin.calendar,
  points.ledger,
  growth.read,
  tiers.read,
  benefits.list,
  coupons.list,
  coupons.read,
  coupons.claimable,
  coupons.claim,
  messages.list,
  messages.markRead,
  explain.read,
  explain.readMember,
  staff.me,
  overview.read,
  orders.import,
  orders.record,
  orders.refund,
  memberCode.show,
  counter.scan,
  counter.quote,
  counter.charge,
  counter.read,
  counter.withdraw,
  counter.pending,
  counter.confirm,
  counter.decline,
  counter.sales,
  counter.previewRefund,
  counter.refund,
  intakeKeys.list,
  intakeKeys.create,
  intakeKeys.rotate,
  intakeKeys.switchOff,
  payments.bills,
  payments.bill,
  payments.checkBill,
  payments.refunds,
  payments.retryRefund,
  payments.settleRefundByHand,
  settings.read,
  settings.save,
  settings.example,
  settings.checkTiers,
  settings.switchTiers,
  books.journal,
  books.member,
  books.startAudit,
  books.carryOnAudit,
  books.lastAudit,
  assistant.facts,
  assistant.propose,
  tiers.preview,
  tiers.previewMembers,
  tiers.recalculation,
  tiers.give,
  tiers.takeBack,
  shop.list,
  shop.product,
  shop.cart,
  shopOrders.quote,
  shopOrders.place,
  shopOrders.pay,
  shopOrders.checkPayment,
  shopOrders.cancel,
  shopOrders.receive,
  shopOrders.askRefund,
  shopOrders.withdrawRefund,
  shopOrders.list,
  shopOrders.read,
  favourites.set,
  favourites.list,
  products.list,
  products.read,
  products.save,
  categories.list,
  categories.save,
  stock.change,
  shopOrders.listAll,
  shopOrders.readAny,
  shopOrders.ship,
  shopOrders.previewRefund,
  shopOrders.refund,
  shopOrders.declineRefund,
  couponTemplates.list,
  couponTemplates.read,
  couponTemplates.save,
  coupons.give,
  coupons.giveMany,
  coupons.carryOnJob,
  coupons.jobs,
  coupons.ofMember,
  coupons.voidOne,
  wallet.read,
  wallet.topUp,
  wallet.payTopUp,
  wallet.checkTopUp,
  wallet.giveUpTopUp,
  wallet.ledger,
  wallet.refundByRight,
  wallet.previewRefund,
  wallet.refund,
  wallet.offer,
  wallet.recordTopUp,
  memberships.read,
  memberships.buy,
  memberships.pay,
  memberships.checkPayment,
  memberships.giveUp,
  memberships.previewRefund,
  memberships.refund,
  memberships.ofMember,
  memberships.previewMemberRefund,
  memberships.refundMember,
  giftCards.offer,
  giftCards.buy,
  giftCards.pay,
  giftCards.checkPurchase,
  giftCards.giveUp,
  giftCards.list,
  giftCards.read,
  giftCards.share,
  giftCards.refund,
  giftCards.peek,
  giftCards.claim,
  giftCards.makeBatch,
  giftCards.carryOnBatch,
  giftCards.batches,
  giftCards.batch,
  giftCards.exportBatch,
  giftCards.activate,
  giftCards.cards,
  giftCards.voidOne,
  giftCards.reactivate,
] as const satisfies readonly Contract[]

type AnyContract = (typeof contracts)[number]
export type ContractName = AnyContract['name']
export type ContractOf<Name extends ContractName> = Extract<AnyContract, { name: Name }>
export type InputOf<Name extends ContractName> = z.input<ContractOf<Name>['input']>
export type OutputOf<Name extends ContractName> = z.output<ContractOf<Name>['output']>
/** The names that one deployed function answers. */
export type NamesOf<Fn extends AnyContract['function']> = Extract<AnyContract, { function: Fn }>['name']
