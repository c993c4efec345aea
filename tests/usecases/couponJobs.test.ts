import type { OutputOf } from '@shared/contracts'
import { commitJob, readJob } from '../../cloudfunctions/database/couponJobs'
import { couponsIn, must, openCouponShop, repeat, saveTemplate, templateIn } from '../support/couponShop'
import { addMembers } from '../support/manyMembers'
import { SHOP_ENV, type Shop } from '../support/shop'

let shop: Shop

beforeEach(async () => {
  jest.resetModules()
  shop = await openCouponShop()
})
afterEach(async () => {
  await shop.close()
  jest.useRealTimers()
})

async function manyMembers(count: number): Promise<string[]> {
  const members = Array.from({ length: count }, (_, number) => shop.memberId(`member-${number}`))
  await addMembers(shop.gateway, SHOP_ENV, members, '2026-06-01')
  return members
}

type Job = OutputOf<'coupons.giveMany'>['job']

const start = async (members: readonly string[]): Promise<Job> => {
  const input = { template: 't1', reason: '店庆', members: [...members] }
  return must(await shop.merchant('owner', 'coupons.giveMany', input)).job
}
const carryOn = async ({ id }: Job): Promise<Job> =>
  must(await shop.merchant('owner', 'coupons.carryOnJob', { id })).job

test('a file of members is given to in slices, once each, and who gets none is listed with why', async () => {
  await saveTemplate(shop, 't1', { claimable: false })
  const members = await manyMembers(250)
  // One had theirs before, one stands in the file twice, one is nobody.
  must(
    await shop.merchant('owner', 'coupons.give', { member: members[0] ?? '', template: 't1', reason: 'x' }),
  )
  const job = await start([...members, members[1] ?? '', 'nobody'])
  expect(job).toMatchObject({ state: 'running', members: 251, done: 0, given: 0 })
  let now = job
  const steps: number[] = []
  while (now.state === 'running') steps.push((now = await carryOn(now)).done)
  expect(steps).toEqual([251])
  expect(now).toMatchObject({ given: 249, finishedAt: Date.now() })
  expect(now.rejected).toEqual([
    { member: members[0], code: 'COUPON_LIMIT' },
    { member: 'nobody', code: 'MEMBER_NOT_FOUND' },
  ])
  expect(await couponsIn(shop, { template: 't1' })).toHaveLength(250)
  expect((await templateIn(shop, 't1')).issued).toBe(250)
  expect(must(await shop.merchant('owner', 'coupons.jobs', {})).jobs).toEqual([now])
})

test('a slice is seven calls for its 100 members, and two for the job', async () => {
  await saveTemplate(shop, 't1')
  const members = await manyMembers(100)
  const job = await start(members)
  await carryOn(await start([members[0] ?? '']))
  await shop.gateway.resetStats()
  await carryOn(job)
  expect(shop.gateway.stats().byCollection).toMatchObject({
    members: 1,
    couponTemplates: 3,
    // The first has a coupon of the other job, and is not written: what is read, and what is put in.
    coupons: 2,
    outbox: 1,
    couponJobs: 2,
  })
})

test('a total that ends within a file gives just so many', async () => {
  await saveTemplate(shop, 't1', { total: 130 })
  let job = await start(await manyMembers(200))
  while (job.state === 'running') job = await carryOn(job)
  expect(job.given).toBe(130)
  expect(new Set(job.rejected.map(({ code }) => code))).toEqual(new Set(['COUPON_SOLD_OUT']))
  expect(await couponsIn(shop, { template: 't1' })).toHaveLength(130)
  expect(await templateIn(shop, 't1')).toMatchObject({ issued: 130, reserved: [] })
})

test('a job that stopped after giving and before saying so gives nobody a second one', async () => {
  await saveTemplate(shop, 't1', { perMember: 5 })
  const members = await manyMembers(120)
  const { id } = await start(members)
  const begun = await readJob(shop.cloud, id)
  if (!begun) throw new Error('not there')
  await carryOn({ id } as Job)
  // As if the writes of the job had been lost with the worker.
  const after = await readJob(shop.cloud, id)
  if (!after) throw new Error('not there')
  await commitJob(shop.cloud, after, { ...begun, version: after.version + 1 })
  expect(await shop.timer('everyMinute')).toMatchObject({ value: { giveUnderWay: { members: 120 } } })
  expect(await readJob(shop.cloud, id)).toMatchObject({ state: 'done', given: 120, rejected: [] })
  expect(await couponsIn(shop, { template: 't1' })).toHaveLength(120)
  expect((await templateIn(shop, 't1')).issued).toBe(120)
})

test('two who carry a job on at once give each member one, and a retry of the start is the same job', async () => {
  await saveTemplate(shop, 't1', { perMember: 5 })
  const members = await manyMembers(150)
  const input = { template: 't1', reason: '店庆', members }
  const first = must(await repeat(shop, 'merchant', 'owner', 'coupons.giveMany', input)) as { job: Job }
  await Promise.all([carryOn(first.job), carryOn(first.job), shop.timer('everyMinute')])
  expect(must(await repeat(shop, 'merchant', 'owner', 'coupons.giveMany', input))).toMatchObject({
    job: { id: first.job.id, state: 'done', done: 150, given: 150, rejected: [] },
  })
  expect(await couponsIn(shop, { template: 't1' })).toHaveLength(150)
  expect((await templateIn(shop, 't1')).issued).toBe(150)
})

test('what cannot be given is refused before a job begins', async () => {
  expect(
    await shop.merchant('owner', 'coupons.giveMany', { template: 'none', reason: 'x', members: ['m'] }),
  ).toMatchObject({
    error: { code: 'COUPON_TEMPLATE_NOT_FOUND' },
  })
  await saveTemplate(shop, 't1', { isOn: false })
  expect(
    await shop.merchant('owner', 'coupons.giveMany', { template: 't1', reason: 'x', members: ['m'] }),
  ).toMatchObject({
    error: { code: 'COUPON_TEMPLATE_OFF' },
  })
  expect(await shop.merchant('owner', 'coupons.carryOnJob', { id: 'none' })).toMatchObject({
    error: { code: 'COUPON_JOB_NOT_FOUND' },
  })
})
