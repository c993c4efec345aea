import { DEFAULT_SETTINGS } from '../settings/settings'
import type { Account } from '../account/account'
import { join } from './join'
import { changeableFrom, setBirthday } from './setBirthday'

function member(birthday: Account['birthday'] = null): Account {
  const account = join(null, 'm1', '2026-01-01', 1, '1', DEFAULT_SETTINGS)
  if (!account) throw new Error('did not join')
  return { ...account, birthday }
}

const known = (day: string, setOn: string) => member({ day, setOn })

const refusal = (code: string, from?: string) => ({
  ok: false,
  error: from ? { code, data: { from } } : { code },
})

const accepted = (day: string, setOn: string) => ({ ok: true, value: { birthday: { day, setOn } } })

test('the first birthday is taken as told, even on the day itself', () => {
  expect(setBirthday(member(), '1990-05-01', '2026-04-20')).toMatchObject(
    accepted('1990-05-01', '2026-04-20'),
  )
  expect(setBirthday(member(), '1990-05-01', '2026-05-01')).toMatchObject(
    accepted('1990-05-01', '2026-05-01'),
  )
})

test('the same day again changes nothing, however soon', () => {
  const account = known('1990-05-01', '2026-04-20')
  const again = setBirthday(account, '1990-05-01', '2026-04-21')
  expect(again.ok && again.value).toBe(account)
})

test.each(['1899-12-31', '2026-04-21', '2030-01-01'])('%s is nobody’s birthday on 20 April 2026', (day) => {
  expect(setBirthday(member(), day, '2026-04-20')).toEqual(refusal('BIRTHDAY_IMPOSSIBLE'))
})

test.each(['1900-01-01', '2026-04-20'])('%s may be one', (day) => {
  expect(setBirthday(member(), day, '2026-04-20').ok).toBe(true)
})

describe('a change', () => {
  test('is refused within a year of the last one, to the day', () => {
    const account = known('1990-05-01', '2025-08-10')
    expect(setBirthday(account, '1990-11-01', '2026-08-09')).toEqual(
      refusal('BIRTHDAY_CHANGED_LATELY', '2026-08-10'),
    )
    expect(setBirthday(account, '1990-11-01', '2026-08-10')).toMatchObject(
      accepted('1990-11-01', '2026-08-10'),
    )
  })

  test.each([
    ['30 days before the old birthday', '1990-05-01', '1990-12-01', '2026-04-01'],
    ['on the old birthday', '1990-05-01', '1990-12-01', '2026-05-01'],
    ['30 days before the new birthday', '1990-12-01', '1990-05-01', '2026-04-01'],
    ['on the new birthday', '1990-12-01', '1990-05-01', '2026-05-01'],
  ])('is refused %s', (_when, old, next, today) => {
    expect(setBirthday(known(old, '2024-01-01'), next, today)).toEqual(refusal('BIRTHDAY_NEAR', '2026-05-02'))
  })

  test.each([
    ['31 days before', '2026-03-31'],
    ['the day after', '2026-05-02'],
  ])('is taken %s', (_when, today) => {
    expect(setBirthday(known('1990-05-01', '2024-01-01'), '1990-12-01', today)).toMatchObject(
      accepted('1990-12-01', today),
    )
  })

  test('close birthdays are waited for one after the other, over the turn of the year too', () => {
    expect(setBirthday(known('1990-12-28', '2024-01-01'), '1990-01-20', '2026-12-01')).toEqual(
      refusal('BIRTHDAY_NEAR', '2027-01-21'),
    )
  })

  test('the day that a year is over is no good when a birthday is near then', () => {
    expect(setBirthday(known('1990-05-01', '2025-04-20'), '1990-12-01', '2026-01-05')).toEqual(
      refusal('BIRTHDAY_CHANGED_LATELY', '2026-05-02'),
    )
  })

  test('29 February is kept on the 28th in other years', () => {
    const account = known('1992-02-29', '2024-01-01')
    expect(setBirthday(account, '1992-08-01', '2026-01-29')).toEqual(refusal('BIRTHDAY_NEAR', '2026-03-01'))
    expect(setBirthday(account, '1992-08-01', '2026-01-28').ok).toBe(true)
    expect(setBirthday(account, '1992-08-01', '2028-02-29')).toEqual(refusal('BIRTHDAY_NEAR', '2028-03-01'))
  })
})

test('it is told from when on a birthday may be changed', () => {
  const birthday = { day: '1990-05-01', setOn: '2026-01-05' }
  expect(changeableFrom(birthday, '2026-02-01')).toBe('2027-01-05')
  expect(changeableFrom(birthday, '2027-04-10')).toBe('2027-05-02')
  expect(changeableFrom(birthday, '2027-06-01')).toBe('2027-06-01')
})
