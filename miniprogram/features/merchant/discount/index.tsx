import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { DeleteRule } from '../settings/deleteRule'
import { goBack, RulePage, type RuleEditorProps } from '../settings/rulePage'
import { SaveBar } from '../settings/saveBar'
import type { Stored } from '../settings/useSettings'
import type { Discount } from '../shopRules/index'
import { useDiscountBrief } from '../shopRules/useDiscountBrief'
import { goneIn, newDiscount, withDiscount, without } from './discountEdits'
import { DiscountFields } from './discountFields'
import './index.scss'

export default function DiscountPage() {
  const text = useText().shopRules.edit
  const gone = {
    id: 'discount-gone',
    title: text.missing,
    text: text.missingHint,
    backId: 'to-discounts',
    back: text.toList,
  }
  return (
    <RulePage
      id="discount-page"
      topic="shop"
      title={text.title}
      newTitle={text.newTitle}
      skeleton={[72, 320, 200]}
      rulesIn={({ discounts }) => discounts}
      gone={gone}
    >
      {(props) => <Editor {...props} />}
    </RulePage>
  )
}

function Editor({ id, isNew, editor, stored }: RuleEditorProps<'shop'>) {
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
      {!isNew && (
        <DeleteRule
          id="delete-discount"
          words={text}
          editor={editor}
          remove={() =>
            editor.save(stored, { ...stored.value, discounts: without(stored.value.discounts, id) })
          }
          onDeleted={goBack}
        />
      )}
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
