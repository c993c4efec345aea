import { CallFailure, leavesCommandOpen } from './callFailure'
import { OpenCommands } from './openCommands'

function counted(): OpenCommands {
  let made = 0
  return new OpenCommands(() => `id-${(made += 1)}`)
}

describe('the requestId of a command', () => {
  it('is the same for every retry until the command is answered', () => {
    const commands = counted()
    const first = commands.open('checkin.checkIn', {})
    const retry = commands.open('checkin.checkIn', {})
    expect(retry.requestId).toBe(first.requestId)
    retry.close()
    expect(commands.open('checkin.checkIn', {}).requestId).not.toBe(first.requestId)
  })

  it('is another one for another action or input', () => {
    const commands = counted()
    const ids = [
      commands.open('points.redeem', { item: 'a' }),
      commands.open('points.redeem', { item: 'b' }),
      commands.open('points.return', { item: 'a' }),
    ].map((open) => open.requestId)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('a failure', () => {
  it.each(['OFFLINE', 'BUSY', 'INTERNAL'] as const)('%s leaves the command open', (code) => {
    expect(leavesCommandOpen(new CallFailure(code))).toBe(true)
  })

  it.each(['NOT_A_MEMBER', 'INVALID_INPUT', 'FORBIDDEN'] as const)('%s is an answer', (code) => {
    expect(leavesCommandOpen(new CallFailure(code))).toBe(false)
  })
})
