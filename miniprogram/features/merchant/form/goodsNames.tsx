import { NamesField } from './namesField'

type Named =
  | { readonly of: 'categories'; readonly categories: readonly string[] }
  | { readonly of: 'products'; readonly products: readonly string[] }

interface GoodsNamesProps {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly goods: Named
  readonly onChange: (
    goods: { of: 'categories'; categories: string[] } | { of: 'products'; products: string[] },
  ) => void
}

/** The names of the categories or products that something is for. */
export function GoodsNames({ id, label, hint, goods, onChange }: GoodsNamesProps) {
  return (
    <NamesField
      key={goods.of}
      id={id}
      label={label}
      hint={hint}
      value={goods.of === 'categories' ? goods.categories : goods.products}
      onChange={(names) =>
        onChange(
          goods.of === 'categories'
            ? { of: 'categories', categories: names }
            : { of: 'products', products: names },
        )
      }
    />
  )
}
