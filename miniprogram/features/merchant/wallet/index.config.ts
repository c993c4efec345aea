export default definePageConfig({
  navigationBarTitleText: '储值设置',
  enablePullDownRefresh: true,
})
