export default definePageConfig({
  navigationBarTitleText: '预览影响',
  enablePullDownRefresh: true,
})
