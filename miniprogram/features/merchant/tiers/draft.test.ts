import { DEFAULT_PROGRAM } from '@shared/rules/tiers/program'
import { rulesOf } from '@shared/rules/tiers/tierRules'
import type * as Draft from './draft'
import type { SavedContent } from './draft'

const storage = new Map<string, unknown>()
let person = 'owner'
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
  },
}))
jest.mock('@/api/transport', () => ({ transport: { person: () => person } }))

/** As after a new start of the app: what is in memory is gone. */
function appStarts(): typeof Draft {
  let draft: typeof Draft | undefined
  jest.isolateModules(() => {
    draft = jest.requireActual<typeof Draft>('./draft')
  })
  if (!draft) throw new Error('the module did not load')
  return draft
}

const tiers = rulesOf(DEFAULT_PROGRAM)
const saved: SavedContent = {
  tiers: { version: 3, value: tiers },
  benefits: { version: 1, value: { benefits: [] } },
}
const daily = { ...tiers, activeFrom: '2026-01-01' }

let draft: typeof Draft
beforeEach(() => {
  storage.clear()
  person = 'owner'
  draft = appStarts()
})

test('a change makes a draft over the versions that are saved, and says which topic differs', () => {
  expect(draft.currentDraft()).toBeUndefined()
  draft.editDraft(saved, { tiers: daily })
  const made = draft.currentDraft()
  expect(made).toEqual({ base: { tiers: 3, benefits: 1 }, tiers: daily, benefits: [] })
  expect(draft.changesIn(made!, saved)).toEqual({ tiers: daily })
})

test('a change that leads back to what is saved leaves no draft, in whatever order its fields stand', () => {
  draft.editDraft(saved, { tiers: daily })
  const { levels, ...others } = tiers
  draft.editDraft(saved, { tiers: { ...others, levels } })
  expect(draft.currentDraft()).toBeUndefined()
  expect(storage.size).toBe(0)
})

test('a draft outlives the app, and a number that is none with it; every person has their own', () => {
  const unfinished = { ...tiers, mostLevels: NaN }
  draft.editDraft(saved, { tiers: unfinished })
  const later = appStarts()
  expect(later.currentDraft()?.tiers).toEqual(unfinished)
  expect(later.hasGaps(later.currentDraft()!)).toBe(true)
  person = 'manager'
  expect(later.currentDraft()).toBeUndefined()
  person = 'owner'
  later.dropDraft()
  expect(appStarts().currentDraft()).toBeUndefined()
})

test('what changed is saved by one command, each topic over the version it was begun on', () => {
  const base = { tiers: 3, benefits: 1 }
  const benefits = { benefits: [] }
  const both = {
    topic: 'tiers',
    expectedVersion: 3,
    value: daily,
    benefits: { expectedVersion: 1, value: benefits },
  }
  expect(draft.saveInput(base, { tiers: daily, benefits })).toEqual(both)
  expect(draft.saveInput(base, { tiers: daily })).toEqual({
    topic: 'tiers',
    expectedVersion: 3,
    value: daily,
  })
  expect(draft.saveInput(base, { benefits })).toEqual({
    topic: 'benefits',
    expectedVersion: 1,
    value: benefits,
  })
  expect(draft.saveInput(base, {})).toBeNull()
})

test('a draft is outrun once somebody saved either topic', () => {
  draft.editDraft(saved, { tiers: daily })
  const made = draft.currentDraft()!
  expect(draft.isOutrun(made, saved)).toBe(false)
  expect(draft.isOutrun(made, { ...saved, tiers: { ...saved.tiers, version: 4 } })).toBe(true)
  expect(draft.isOutrun(made, { ...saved, benefits: { ...saved.benefits, version: 2 } })).toBe(true)
})

test('a benefit without a description is finished, one without a name is not', () => {
  const benefit = {
    id: 'a',
    levelId: 'gold',
    for: 'everyone',
    name: { zh: '优先', en: 'Priority' },
    description: { zh: '', en: '' },
    icon: null,
    addedOn: '2026-01-01',
    perk: { of: 'prioritySupport' },
  } as const
  expect(draft.hasGaps({ tiers, benefits: [benefit] })).toBe(false)
  expect(draft.hasGaps({ tiers, benefits: [{ ...benefit, name: { zh: '', en: '' } }] })).toBe(true)
})

test('who listens is told of each change, and of no draft any more', () => {
  const heard = jest.fn()
  const stop = draft.subscribeToDraft(heard)
  draft.editDraft(saved, { tiers: daily })
  draft.dropDraft()
  expect(heard).toHaveBeenCalledTimes(2)
  stop()
  draft.editDraft(saved, { tiers: daily })
  expect(heard).toHaveBeenCalledTimes(2)
})

test('a draft goes on over a version that only switched the levels, and over no other', () => {
  draft.rebaseDraft(3, 4)
  expect(draft.currentDraft()).toBeUndefined()
  draft.editDraft(saved, { tiers: daily })
  draft.rebaseDraft(3, 4)
  expect(draft.currentDraft()).toEqual({ base: { tiers: 4, benefits: 1 }, tiers: daily, benefits: [] })
  draft.rebaseDraft(3, 9)
  expect(draft.currentDraft()?.base.tiers).toBe(4)
})
