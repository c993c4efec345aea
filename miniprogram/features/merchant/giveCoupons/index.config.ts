export default definePageConfig({
  navigationBarTitleText: '发给一批会员',
  enablePullDownRefresh: true,
})
