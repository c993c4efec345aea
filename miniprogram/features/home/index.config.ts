export default definePageConfig({
  navigationBarTitleText: '常客',
  enablePullDownRefresh: true,
})
