export default definePageConfig({
  navigationBarTitleText: '柜台收款规则',
  enablePullDownRefresh: true,
})
