import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { codeOf } from '../product/productRows'
import { DraftBar } from '../products/draftBar'
import '../products/index.scss'
import { useIsManager } from '../useIsManager'
import { CategoryCard } from './categoryCard'
import { movedCategory, newCategory, type Listed } from './categoryEdits'

const MOST = 40

type Stored = OutputOf<'categories.list'>

export default function CategoriesPage() {
  const text = useText().goods.categories
  const query = useQuery('merchant', 'categories.list', {})
  return (
    <Page id="categories-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[28, 120, 120, 120]}>
        {(stored) => <Editor stored={stored} onSaved={query.refresh} />}
      </QueryView>
    </Page>
  )
}

interface Draft {
  readonly base: number
  readonly categories: readonly Listed[]
}

function Editor({ stored, onSaved }: { readonly stored: Stored; readonly onSaved: () => Promise<void> }) {
  const text = useText().goods
  const isManager = useIsManager()
  const command = useCommand('merchant', 'categories.save')
  const [draft, setDraft] = useState<Draft>()
  const categories: readonly Listed[] = draft?.categories ?? stored.categories
  const edit = (next: readonly Listed[]) =>
    setDraft({ base: draft?.base ?? stored.version, categories: next })
  const isOutrun = draft !== undefined && !command.working && stored.version > draft.base
  const codes = categories.map(({ id, name }) => id ?? codeOf('', name.zh))
  const isUnfinished = codes.includes(null) || new Set(codes).size < codes.length
  const save = async () => {
    if (!draft) return
    const saved = await command.run({
      expectedVersion: draft.base,
      categories: categories.map(({ name }, at) => ({ id: codes[at] ?? '', name })),
    })
    await onSaved()
    if (!saved) return
    setDraft(undefined)
    void Taro.showToast({ title: text.categories.saved, icon: 'none' })
  }
  return (
    <>
      <View className="soft">
        {categories.length === 0 ? text.categories.emptyHint : text.categories.lead}
      </View>
      {categories.map((category, at) => (
        <CategoryCard
          key={category.key ?? category.id}
          at={at}
          category={category}
          isManager={isManager}
          isLast={at === categories.length - 1}
          onName={(name) => edit(categories.map((each, place) => (place === at ? { ...each, name } : each)))}
          onMove={(by) => edit(movedCategory(categories, at, by))}
          onRemove={() => edit(categories.filter((_, place) => place !== at))}
        />
      ))}
      {isManager && categories.length < MOST && (
        <View className="products__add">
          <BusyButton
            id="add-category"
            label={text.categories.add}
            quiet
            onPress={() => edit([...categories, newCategory()])}
          />
        </View>
      )}
      {isManager && (
        <DraftBar
          isDirty={draft !== undefined}
          quiet=""
          fault={isOutrun ? text.categories.newer : isUnfinished ? text.edit.unfinished : undefined}
          working={command.working}
          failure={command.failure}
          onSave={() => void save()}
          onRevert={() => setDraft(undefined)}
        />
      )}
    </>
  )
}
