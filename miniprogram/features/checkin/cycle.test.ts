import { lastStamped, todaysReward, tomorrowsReward, type RewardDay } from './cycle'

const POINTS = [5, 5, 10, 5, 5, 10, 30]

function cycle(done: number, openToday: boolean): RewardDay[] {
  return POINTS.map((points, index) => ({
    streakDay: index + 1,
    points,
    growth: 1,
    state: index < done ? 'done' : openToday && index === done ? 'today' : 'ahead',
  }))
}

describe('the cycle of rewards', () => {
  it('offers today’s until it is stamped', () => {
    expect(todaysReward(cycle(2, true))?.points).toBe(10)
    expect(todaysReward(cycle(3, false))).toBeUndefined()
  })

  it('tells tomorrow’s: the next day, and after the last the first again', () => {
    expect(tomorrowsReward(cycle(6, false))?.points).toBe(30)
    expect(tomorrowsReward(cycle(7, false))?.streakDay).toBe(1)
  })

  it('knows the newest stamp', () => {
    expect(lastStamped(cycle(4, false))).toBe(4)
  })
})
