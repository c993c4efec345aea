export default definePageConfig({
  navigationBarTitleText: '储值方案',
  enablePullDownRefresh: true,
})
