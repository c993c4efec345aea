export default definePageConfig({
  navigationBarTitleText: '重新评估进度',
  enablePullDownRefresh: true,
})
