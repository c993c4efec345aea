export default definePageConfig({
  navigationBarTitleText: '微信退款',
  enablePullDownRefresh: true,
})
