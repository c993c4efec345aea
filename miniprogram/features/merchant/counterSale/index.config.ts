export default definePageConfig({
  navigationBarTitleText: '柜台消费',
  enablePullDownRefresh: true,
})
