export default definePageConfig({
  navigationBarTitleText: '运费与自动优惠',
  enablePullDownRefresh: true,
})
