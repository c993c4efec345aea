import { CallFailure } from './callFailure'
import { call, command } from './call'
import type { CallEvent } from './callEvent'
import { transport } from './transport'

jest.mock('./transport', () => ({ transport: { send: jest.fn() } }))
jest.mock('@/i18n/locale', () => ({ currentLocale: () => 'en' }))

const sending = jest.mocked(transport.send)
const sent = (): CallEvent[] => sending.mock.calls.map(([, event]) => event)
const done = { ok: true, value: { done: true } }

afterEach(() => sending.mockReset())

describe('call', () => {
  it('sends action, input and language, and hands back the value', async () => {
    sending.mockResolvedValue(done)
    await expect(call('shopper', 'home.read', {})).resolves.toEqual({ done: true })
    expect(sending).toHaveBeenCalledWith('shopper', {
      action: 'home.read',
      input: {},
      requestId: expect.stringMatching(/^[0-9a-z]{24}$/) as string,
      locale: 'en',
    })
  })

  it('throws what the server refused, with its words and data', async () => {
    const error = { code: 'FORBIDDEN', message: 'No.', data: { role: 'clerk' } }
    sending.mockResolvedValue({ ok: false, error })
    await expect(call('merchant', 'overview.read', {})).rejects.toMatchObject(error)
  })

  it.each([undefined, null, 'text', {}, { ok: false }, { ok: 'true', value: 1 }])(
    'takes %j for no answer of ours',
    async (answer) => {
      sending.mockResolvedValue(answer)
      await expect(call('shopper', 'home.read', {})).rejects.toMatchObject({ code: 'INTERNAL' })
    },
  )
})

describe('command', () => {
  const checkIn = () => command('shopper', 'checkin.checkIn', {})

  it('goes out under the same requestId until it is answered, then under a new one', async () => {
    sending.mockRejectedValueOnce(new CallFailure('OFFLINE'))
    sending.mockResolvedValueOnce({ ok: false, error: { code: 'BUSY', message: 'Busy.' } })
    sending.mockResolvedValue(done)
    await expect(checkIn()).rejects.toMatchObject({ code: 'OFFLINE' })
    await expect(checkIn()).rejects.toMatchObject({ code: 'BUSY' })
    await checkIn()
    await checkIn()
    const [first, second, third, fourth] = sent().map((event) => event.requestId)
    expect([second, third]).toEqual([first, first])
    expect(fourth).not.toBe(first)
  })

  it('is over once it is refused', async () => {
    sending.mockResolvedValueOnce({ ok: false, error: { code: 'NOT_A_MEMBER', message: 'Join first.' } })
    sending.mockResolvedValue(done)
    await expect(checkIn()).rejects.toMatchObject({ code: 'NOT_A_MEMBER' })
    await checkIn()
    const [first, second] = sent().map((event) => event.requestId)
    expect(second).not.toBe(first)
  })
})
