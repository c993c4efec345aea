import { processorMs } from './processorTime'

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux('reads what this process has taken', () => {
  const { user, system } = process.cpuUsage()
  const takenMs = (user + system) / 1000
  expect(processorMs(process.pid)).toBeGreaterThan(takenMs - 100)
  expect(processorMs(process.pid)).toBeLessThan(takenMs + 1000)
})

test('tells when it cannot be known', () => {
  expect(processorMs(2 ** 30)).toBeUndefined()
})
