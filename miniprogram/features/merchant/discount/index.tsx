import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { randomId } from '@/api/randomId'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { SaveBar } from '../settings/saveBar'
import { useSettings, type SettingsEditor, type Stored } from '../settings/useSettings'
import type { Discount } from '../shopRules/index'
import { useDiscountBrief } from '../shopRules/useDiscountBrief'
import { DeleteDiscount } from './deleteDiscount'
import { goneIn, newDiscount, withDiscount } from './discountEdits'
import { DiscountFields } from './discountFields'
import './index.scss'

const goBack = () => void Taro.navigateBack()

export default function DiscountPage() {
  const text = useText().shopRules.edit
  const known = useRouter().params.id
  const [id] = useState(() => known ?? randomId())
  const editor = useSettings('shop')
  return (
    <Page id="discount-page" title={known ? text.title : text.newTitle} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={[72, 320, 200]}>
        {(stored) =>
          known && !editor.valueIn(stored).discounts.some((each) => each.id === known) ? (
            <PictureState
              id="discount-gone"
              picture="closed"
              title={text.missing}
              text={text.missingHint}
              action={{ id: 'to-discounts', label: text.toList, run: goBack }}
            />
          ) : (
            <Editor id={id} isNew={!known} editor={editor} stored={stored} />
          )
        }
      </QueryView>
    </Page>
  )
}

interface EditorProps {
  readonly id: string
  readonly isNew: boolean
  readonly editor: SettingsEditor<'shop'>
  readonly stored: Stored<'shop'>
}

function Editor({ id, isNew, editor, stored }: EditorProps) {
  const text = useText().shopRules.edit
  const value = editor.valueIn(stored)
  const discount = value.discounts.find((each) => each.id === id) ?? newDiscount(id, stored.today)
  const gone = goneIn(discount, stored)
  return (
    <>
      <Seen discount={discount} stored={stored} />
      <DiscountFields
        discount={discount}
        stored={stored}
        onChange={(next) => editor.edit(stored, { ...value, discounts: withDiscount(value.discounts, next) })}
      />
      <View className="soft discount-note">{text.note}</View>
      {!isNew && <DeleteDiscount id={id} editor={editor} stored={stored} onDeleted={goBack} />}
      <SaveBar
        editor={editor}
        stored={stored}
        fault={gone.levels ? text.levelsGone : gone.categories ? text.categoriesGone : undefined}
        onSaved={goBack}
      />
    </>
  )
}

/** What it comes to, and how it stands today. */
function Seen({ discount, stored }: { readonly discount: Discount; readonly stored: Stored<'shop'> }) {
  const brief = useDiscountBrief(stored)
  return (
    <View id="discount-seen" className="card discount-standing">
      <View className="discount-standing__words">
        <Text>{brief.name(discount)}</Text>
        <Text className="soft">{brief.standing(discount)?.words ?? '—'}</Text>
      </View>
      <Text className="discount-standing__rate figure">{brief.rate(discount)}</Text>
    </View>
  )
}
