export default definePageConfig({
  navigationBarTitleText: '柜台销售',
  enablePullDownRefresh: true,
})
