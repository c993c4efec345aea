export default definePageConfig({
  navigationBarTitleText: '编辑等级',
  enablePullDownRefresh: true,
})
