import { Text } from '@tarojs/components'
import type { CouponRules } from '@shared/rules/coupons/template'
import { useText } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { GoodsNames } from '../form/goodsNames'
import { FIRST_GOODS } from './templateEdits'

interface GoodsFieldsProps {
  readonly rules: CouponRules
  readonly onChange: (goods: CouponRules['goods']) => void
}

/** Which goods it is for; an exchange is for products alone, and the others say so. */
export function GoodsFields({ rules, onChange }: GoodsFieldsProps) {
  const { shop: text } = useText().coupons
  const { goods, takesOff } = rules
  return (
    <>
      <Text className="card-title">{text.goods}</Text>
      <RadioRows
        id="goods"
        values={['all', 'categories', 'products'] as const}
        chosen={goods.of}
        name={(of) => text.goodsOf[of]}
        hint={(of) => text.goodsHint[of]}
        closed={(of) => (takesOff.kind === 'exchange' && of !== 'products' ? text.exchangeGoods : undefined)}
        onTap={(of) => of !== goods.of && onChange(FIRST_GOODS[of])}
      />
      {goods.of !== 'all' && (
        <GoodsNames
          id="goods-names"
          label={text.goodsOf[goods.of]}
          hint={text.names[goods.of]}
          goods={goods}
          onChange={onChange}
        />
      )}
    </>
  )
}
