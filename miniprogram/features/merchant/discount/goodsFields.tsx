import { useText, useWords } from '@/i18n/useText'
import { Choices } from '../form/choices'
import { NamesField } from '../form/namesField'
import type { Stored } from '../settings/useSettings'
import type { Discount } from '../shopRules/index'
import { toggled } from './discountEdits'

type Goods = Discount['goods']

interface GoodsFieldsProps {
  readonly goods: Goods
  readonly categories: Stored<'shop'>['categories']
  readonly onChange: (goods: Goods) => void
}

const NO_GOODS: { readonly [Of in Goods['of']]: Extract<Goods, { of: Of }> } = {
  all: { of: 'all' },
  categories: { of: 'categories', categories: [] },
  products: { of: 'products', products: [] },
}

/** Which goods it is for: all, some of the shop's categories, or products by their ids. */
export function GoodsFields({ goods, categories, onChange }: GoodsFieldsProps) {
  const text = useText().shopRules.edit
  return (
    <>
      <Choices
        id="discount-goods"
        label={text.goods}
        values={['all', 'categories', 'products']}
        chosen={[goods.of]}
        name={(of) => text.goodsOf[of]}
        onTap={(of) => of !== goods.of && onChange(NO_GOODS[of])}
      />
      {goods.of === 'categories' && (
        <CategoryChoices
          chosen={goods.categories}
          categories={categories}
          onChange={(chosen) => onChange({ of: 'categories', categories: chosen })}
        />
      )}
      {goods.of === 'products' && (
        <NamesField
          id="discount-products"
          label={text.goodsOf.products}
          hint={text.products}
          value={goods.products}
          onChange={(products) => onChange({ of: 'products', products })}
        />
      )}
    </>
  )
}

interface CategoryChoicesProps {
  readonly chosen: readonly string[]
  readonly categories: GoodsFieldsProps['categories']
  readonly onChange: (chosen: string[]) => void
}

/** Those that there are, and those that were chosen and are gone, which can only be taken out. */
function CategoryChoices({ chosen, categories, onChange }: CategoryChoicesProps) {
  const { gone, edit: text } = useText().shopRules
  const words = useWords()
  const none = categories.length === 0 ? text.noCategories : text.needCategory
  return (
    <Choices
      id="discount-category"
      label={text.categories}
      fault={chosen.length === 0 ? none : undefined}
      values={[...new Set([...categories.map(({ id }) => id), ...chosen])]}
      chosen={chosen}
      name={(id) => {
        const name = categories.find((category) => category.id === id)?.name
        return name ? words(name) : `${id} (${gone})`
      }}
      onTap={(id) => onChange(toggled(chosen, id))}
    />
  )
}
