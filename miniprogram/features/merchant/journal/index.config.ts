export default definePageConfig({
  navigationBarTitleText: '店铺流水',
  enablePullDownRefresh: true,
  onReachBottomDistance: 160,
})
