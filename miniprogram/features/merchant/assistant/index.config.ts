export default definePageConfig({
  navigationBarTitleText: '等级建议',
  enablePullDownRefresh: true,
})
