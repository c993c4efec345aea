import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePageParameter } from '@/api/pageParameter'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { SwitchRow } from '../form/switchRow'
import { openStock } from '../products/ways'
import { useIsManager } from '../useIsManager'
import { HeadFields } from './headFields'
import { OpeningFields } from './openingFields'
import { OptionFields } from './optionFields'
import { PictureFields } from './pictureFields'
import { PriceFields } from './priceFields'
import { codeOf, isUnfinished, type Rules } from './productRows'
import { ProductSaveBar } from './productSaveBar'
import { useProductEditor, type ProductEditor, type Stored } from './useProductEditor'

const goBack = () => void Taro.navigateBack()

export default function ProductEditorPage() {
  const text = useText().goods.edit
  const product = usePageParameter('product')
  const editor = useProductEditor(product)
  const isGone = editor.query.failure?.code === 'PRODUCT_NOT_FOUND'
  return (
    <Page
      id="product-editor"
      title={product === undefined ? text.newTitle : text.editTitle}
      onRefresh={editor.query.refresh}
    >
      {isGone ? (
        <PictureState
          id="product-gone"
          picture="closed"
          title={text.gone}
          text={editor.query.failure?.message ?? ''}
          action={{ id: 'to-products', label: text.toList, run: goBack }}
        />
      ) : (
        <QueryView query={editor.query} skeleton={[240, 120, 200, 160]}>
          {(stored) => <Editor editor={editor} stored={stored} />}
        </QueryView>
      )}
    </Page>
  )
}

interface EditorProps {
  readonly editor: ProductEditor
  readonly stored: Stored
}

function Editor({ editor, stored }: EditorProps) {
  const text = useText().goods
  const [typedCode, setTypedCode] = useState('')
  const rules = editor.rulesIn(stored)
  const change = (patch: Partial<Rules>) => editor.edit(stored, { ...rules, ...patch })
  const code = stored.id ?? codeOf(typedCode, rules.name.zh)
  const isManager = useIsManager()
  const fault = isUnfinished(rules) ? text.edit.unfinished : code === null ? text.edit.codeWrong : undefined
  return (
    <>
      {!isManager && <View className="soft">{text.edit.readOnly}</View>}
      <HeadFields stored={stored} rules={rules} typedCode={typedCode} onCode={setTypedCode} change={change} />
      <PictureFields pictures={rules.pictures} onChange={(pictures) => change({ pictures })} />
      <OptionFields rules={rules} onChange={(next) => editor.edit(stored, next)} />
      <PriceFields rules={rules} levels={stored.levels} onChange={(next) => editor.edit(stored, next)} />
      <View className="card">
        <SwitchRow
          id="product-on-sale"
          label={text.edit.selling}
          hint={text.edit.sellingHint}
          value={rules.isOnSale}
          onChange={(isOnSale) => change({ isOnSale })}
        />
        <OpeningFields rules={rules} stored={stored} change={change} />
      </View>
      <StockRow stored={stored} />
      {isManager && (
        <ProductSaveBar editor={editor} stored={stored} product={code} fault={fault} onSaved={goBack} />
      )}
    </>
  )
}

function StockRow({ stored: { id, stock } }: { readonly stored: Stored }) {
  const text = useText().goods.edit
  if (id === null) return <View className="soft">{text.stockAfter}</View>
  return (
    <View className="card rows">
      <LinkRow
        id="to-stock"
        label={text.stock}
        value={text.stockHint(stock.reduce((sum, { free }) => sum + free, 0))}
        onTap={() => openStock(id)}
      />
    </View>
  )
}
