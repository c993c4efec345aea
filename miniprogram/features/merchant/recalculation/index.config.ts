export default definePageConfig({
  navigationBarTitleText: '重算进度',
  enablePullDownRefresh: true,
})
