import { joinPages, type ListPage } from './listPages'

const page = (ids: string[], nextCursor: string | null): ListPage<{ id: string }, string> => ({
  items: ids.map((id) => ({ id })),
  nextCursor,
})
const ids = (joined: ListPage<{ id: string }, string>) => joined.items.map(({ id }) => id)

describe('joinPages', () => {
  const older = { ...page(['2', '1'], null), below: '4' }

  it('puts older pages below the first and goes on where they end', () => {
    const joined = joinPages(page(['4', '3'], '3'), older)
    expect(ids(joined)).toEqual(['4', '3', '2', '1'])
    expect(joined.nextCursor).toBeNull()
  })

  it('starts over when the first page has news: what slipped out of it would be in neither', () => {
    const joined = joinPages(page(['5', '4'], '4'), older)
    expect(ids(joined)).toEqual(['5', '4'])
    expect(joined.nextCursor).toBe('4')
  })
})
