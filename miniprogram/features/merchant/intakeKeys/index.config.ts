export default definePageConfig({
  navigationBarTitleText: '订单接入密钥',
  enablePullDownRefresh: true,
})
