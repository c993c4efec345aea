export default definePageConfig({
  navigationBarTitleText: '商家首页',
  enablePullDownRefresh: true,
})
