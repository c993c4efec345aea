export default definePageConfig({
  navigationBarTitleText: '成长值统计方式',
  enablePullDownRefresh: true,
})
