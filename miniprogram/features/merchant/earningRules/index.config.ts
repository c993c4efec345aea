export default definePageConfig({
  navigationBarTitleText: '消费积分规则',
  enablePullDownRefresh: true,
})
