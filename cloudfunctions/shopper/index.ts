import { serve } from '../runtime/serve'
import { list as listBenefits } from '../usecases/benefits/list'
import { calendar } from '../usecases/checkin/calendar'
import { checkIn } from '../usecases/checkin/checkIn'
import { claim } from '../usecases/coupons/claim'
import { claimable } from '../usecases/coupons/claimable'
import { list as listCoupons } from '../usecases/coupons/list'
import { read as readCoupon } from '../usecases/coupons/read'
import { read as readExplanation } from '../usecases/explain/read'
import { list as listFavourites } from '../usecases/favourites/list'
import { set as setFavourite } from '../usecases/favourites/set'
import { read as readGrowth } from '../usecases/growth/read'
import { read as readHome } from '../usecases/home/read'
import { join } from '../usecases/member/join'
import { setBirthday } from '../usecases/member/setBirthday'
import { list as listMessages } from '../usecases/messages/list'
import { markRead } from '../usecases/messages/markRead'
import { ledger } from '../usecases/points/ledger'
import { cart } from '../usecases/shop/cart'
import { list as listShop } from '../usecases/shop/list'
import { product } from '../usecases/shop/product'
import { read as readTiers } from '../usecases/tiers/read'

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
  'messages.list': listMessages,
  'messages.markRead': markRead,
  'explain.read': readExplanation,
  'shop.list': listShop,
  'shop.product': product,
  'shop.cart': cart,
  'favourites.set': setFavourite,
  'favourites.list': listFavourites,
})
