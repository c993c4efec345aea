const isBrowser = process.env.TARO_ENV === 'h5'

/** WeChat reads `@name` from theme.json by its light or dark mode; a browser reads our own theme variables. */
function themed(wechat: string, browser: string): string {
  return isBrowser ? browser : wechat
}

const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: `assets/tab/${icon}.png`,
  selectedIconPath: `assets/tab/${icon}-on.png`,
})

export default defineAppConfig({
  pages: [
    'features/home/index',
    'features/points/index',
    'features/shop/index',
    'features/mine/index',
    'features/checkin/index',
    'features/growth/index',
    'features/tiers/index',
    'features/benefits/index',
    'features/coupons/index',
    'features/wallet/index',
    'features/wallet/topUp/index',
    'features/wallet/refund/index',
    'features/claimCoupons/index',
    'features/messages/index',
    'features/shop/product/index',
    'features/shop/cart/index',
    'features/checkout/index',
    'features/checkout/address/index',
    'features/checkout/result/index',
    'features/shopOrders/index',
    'features/shopOrders/order/index',
    'features/shopOrders/refund/index',
    'features/favourites/index',
    'features/privacy/index',
  ],
  subPackages: [
    {
      root: 'features/merchant',
      pages: [
        'overview/index',
        'journal/index',
        'memberBooks/index',
        'audit/index',
        'earningRules/index',
        'campaigns/index',
        'campaign/index',
        'pointsRules/index',
        'wallet/index',
        'topUpPlan/index',
        'memberWallet/index',
        'growthRules/index',
        'tiers/index',
        'tierLevel/index',
        'assistant/index',
        'tierSettings/index',
        'tierPreview/index',
        'tierMovers/index',
        'recalculation/index',
        'benefits/index',
        'benefit/index',
        'intakeKeys/index',
        'bills/index',
        'bill/index',
        'weChatRefunds/index',
        'products/index',
        'product/index',
        'categories/index',
        'stock/index',
        'coupons/index',
        'coupon/index',
        'giveCoupons/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '常客',
    // The same as none in WeChat; a browser draws a bar only when it is said.
    navigationStyle: 'default',
    navigationBarBackgroundColor: themed('@page', 'var(--page)'),
    navigationBarTextStyle: themed('@barText', 'var(--ink)'),
    backgroundColor: themed('@page', 'var(--page)'),
    backgroundTextStyle: themed('@pullText', 'dark'),
  },
  tabBar: {
    color: themed('@tabText', 'var(--ink-soft)'),
    selectedColor: themed('@accent', 'var(--accent-ink)'),
    backgroundColor: themed('@bar', 'var(--surface)'),
    borderStyle: themed('@barBorder', 'black') as 'black',
    list: [
      tab('features/home/index', '首页', 'home'),
      tab('features/points/index', '积分', 'points'),
      tab('features/shop/index', '商城', 'shop'),
      tab('features/mine/index', '我的', 'mine'),
    ],
  },
  // H5 only: going back before a slide has ended would hide the page that was returned to.
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
})
