export default definePageConfig({
  navigationBarTitleText: '积分有效期与抵现',
  enablePullDownRefresh: true,
})
