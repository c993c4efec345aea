import { addDays, addMonths } from '@shared/kernel/day'
import type { Account } from '@shared/rules/account/account'
import { DEFAULT_EARNING } from '@shared/rules/earning/settings'
import { getById, put } from '../../cloudfunctions/database/documentAccess'
import { openShop, type Shop } from '../support/shop'

let shop: Shop

beforeAll(async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
  shop = await openShop()
  await shop.staff('clerk', 'clerk')
  await put(shop.cloud, 'settings', {
    _id: 'earning',
    value: {
      ...DEFAULT_EARNING,
      version: 1,
      multipliers: [
        {
          id: 'birthday',
          name: { zh: '生日双倍', en: 'Double on your birthday' },
          rateBp: 20_000,
          when: { of: 'birthday' },
          goods: { of: 'all' },
          audience: { of: 'everyone' },
        },
      ],
    },
  })
})
afterAll(() => shop.close())

const setBirthday = (openid: string, birthday: string) =>
  shop.shopper(openid, 'member.setBirthday', { birthday })

async function todayAt(openid: string): Promise<string> {
  const home = await shop.shopper(openid, 'home.read', {})
  if (!home.ok) throw new Error(home.error.message)
  return home.value.today
}

const birthdayOnHome = (openid: string) => shop.shopper(openid, 'home.read', {})

test('is set once, shown, and the same answer is given however often it is sent', async () => {
  const member = await shop.join('first')
  const today = await todayAt('first')
  expect(await birthdayOnHome('first')).toMatchObject({ value: { birthday: null } })
  const answers = await Promise.all(Array.from({ length: 5 }, () => setBirthday('first', '1990-05-01')))
  const changeableFrom = (answers[0] as { value: { changeableFrom: string } }).value.changeableFrom
  expect(changeableFrom >= addMonths(today, 12)).toBe(true)
  expect(answers).toEqual(Array(5).fill({ ok: true, value: { day: '1990-05-01', changeableFrom } }))
  expect(await birthdayOnHome('first')).toMatchObject({
    value: { birthday: { day: '1990-05-01', changeableFrom } },
  })
  const account = await getById<Account>(shop.cloud, 'members', member)
  expect(account).toMatchObject({ birthday: { day: '1990-05-01', setOn: today }, version: 2, seq: 1 })
})

test('one read and one write', async () => {
  await shop.join('counted')
  await shop.shopper('counted', 'home.read', {})
  shop.gateway.resetStats()
  await setBirthday('counted', '1990-05-01')
  expect(shop.gateway.stats().byAction).toEqual({
    'database.getDocument': 1,
    'database.modifyDocument': 1,
  })
})

test('a change within the year is refused, with the day from which it may be made', async () => {
  await shop.join('hasty')
  const today = await todayAt('hasty')
  const away = addDays(today, -120)
  await setBirthday('hasty', `1990${away.slice(4)}`)
  const refused = await setBirthday('hasty', `1991${away.slice(4)}`)
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'BIRTHDAY_CHANGED_LATELY',
      message: expect.stringMatching(/一年只能改一次，\d+年\d+月\d+日起可以改/) as string,
    },
  })
})

test('a year later it may be changed, but not to a birthday that is near', async () => {
  const member = await shop.join('patient')
  const today = await todayAt('patient')
  const account = await getById<Account>(shop.cloud, 'members', member)
  if (!account) throw new Error('not there')
  const day = `1990${addDays(today, -120).slice(4)}`
  await put<Account>(shop.cloud, 'members', {
    ...account,
    birthday: { day, setOn: addMonths(today, -12) },
  })
  expect(await setBirthday('patient', `1990${addDays(today, 10).slice(4)}`)).toMatchObject({
    error: { code: 'BIRTHDAY_NEAR', data: { from: addDays(today, 11) } },
  })
  const next = `1990${addDays(today, -90).slice(4)}`
  expect(await setBirthday('patient', next)).toMatchObject({ ok: true, value: { day: next } })
})

test.each(['1899-12-31', '2999-01-01'])('%s is refused in words', async (day) => {
  await shop.join(`odd-${day}`)
  expect(await setBirthday(`odd-${day}`, day)).toMatchObject({
    ok: false,
    error: { code: 'BIRTHDAY_IMPOSSIBLE', message: /1900/ },
  })
})

test('what is no day is refused before anything is read', async () => {
  expect(await setBirthday('first', '1990-02-30')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
})

test('who has not joined is told to', async () => {
  expect(await setBirthday('stranger', '1990-05-01')).toMatchObject({ error: { code: 'NOT_A_MEMBER' } })
})

test('a multiplier for birthdays holds on it, and for nobody else', async () => {
  const celebrating = await shop.join('celebrating')
  const other = await shop.join('other')
  const today = await todayAt('celebrating')
  // On 29 February the year must have one.
  await setBirthday('celebrating', `1992${today.slice(4)}`)
  const line = { category: null, product: null, quantity: 1, amountFen: 10_000 }
  const sale = (member: string, number: string) =>
    shop.merchant('clerk', 'orders.record', { member, number, lines: [line] })
  expect(await sale(celebrating, 'B1')).toMatchObject({ value: { earnedPoints: 200 } })
  expect(await sale(other, 'B2')).toMatchObject({ value: { earnedPoints: 100 } })
})
