import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored, type ValueOf } from '../settings/useSettings'
import { DiscountsCard } from './discountsCard'
import { FreightCard } from './freightCard'
import { StackingFields } from '../form/stackingFields'
import './index.scss'

export type Shop = ValueOf<'shop'>
export type Discount = Shop['discounts'][number]
export type Change = (patch: Partial<Shop>) => void

export default function ShopRulesPage() {
  const text = useText().shopRules
  const editor = useSettings('shop')
  return (
    <Page id="shop-rules-page" title={text.title} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[200, 200, 200]}>
        {(stored) => <Editor editor={editor} stored={stored} />}
      </QueryView>
    </Page>
  )
}

interface EditorProps {
  readonly editor: SettingsEditor<'shop'>
  readonly stored: Stored<'shop'>
}

function Editor({ editor, stored }: EditorProps) {
  const text = useText().shopRules
  const value = editor.valueIn(stored)
  const change: Change = (patch) => editor.edit(stored, { ...value, ...patch })
  return (
    <>
      <FreightCard value={value} change={change} />
      <DiscountsCard editor={editor} stored={stored} />
      <View className="card">
        <Text className="card-title">{text.memberPrice}</Text>
        <View className="soft">{text.memberPriceHint}</View>
        <StackingFields
          words={text}
          stacking={value.memberPrice}
          onChange={(memberPrice) => change({ memberPrice })}
        />
      </View>
      <SaveBar editor={editor} stored={stored} />
    </>
  )
}
