export default definePageConfig({
  navigationBarTitleText: '成长值',
  enablePullDownRefresh: true,
  onReachBottomDistance: 160,
})
