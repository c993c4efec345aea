import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { GoodsPicture } from '@/ui/goodsPicture'
import { LinkText } from '@/ui/linkText'
import { Stepper } from '@/ui/stepper'
import { Tap } from '@/ui/tap'
import { MOST_PIECES, type CartEntry } from '../cartLines'
import { setQuantity } from '../cartStore'
import { GoodsPrice } from '../goodsPrice'
import { openProduct } from '../ways'
import type { CartData } from './index'
import './cartRow.scss'

type Line = CartData['lines'][number]

interface CartRowProps {
  /** Its place: part of the ids of what can be tapped. */
  readonly at: number
  readonly entry: CartEntry
  /** What the shop says of it; absent until it was asked. */
  readonly line: Line | undefined
  readonly level: CartData['level']
}

/** Goods in the cart: what they cost now, how many, and what keeps them from being bought. */
export function CartRow({ at, entry, line, level }: CartRowProps) {
  const text = useText().shop.cart
  const { sku, quantity } = entry
  return (
    <View className="card cart-row">
      <Said line={line} level={level} />
      {line?.problem && <Problem problem={line.problem} at={at} sku={sku} />}
      <View className="cart-row__foot">
        <LinkText id={`remove-${at}`} label={text.remove} way="none" onTap={() => setQuantity(sku, 0)} />
        <Stepper
          id={`quantity-${at}`}
          value={quantity}
          least={1}
          most={MOST_PIECES}
          onChange={(n) => setQuantity(sku, n)}
        />
      </View>
    </View>
  )
}

function Said({ line, level }: Omit<CartRowProps, 'entry' | 'at'>) {
  const text = useText().shop.cart
  const words = useWords()
  if (!line) return <View className="cart-row__goods soft">{text.unchecked}</View>
  const { goods } = line
  if (!goods) {
    return (
      <View className="cart-row__goods">
        <GoodsPicture picture={null} className="cart-row__picture" />
        <Text className="cart-row__name soft">{text.goneName}</Text>
      </View>
    )
  }
  return (
    <Tap className="cart-row__goods" onTap={() => openProduct(goods.product)}>
      <GoodsPicture picture={goods.picture} className="cart-row__picture" />
      <View className="cart-row__words">
        <Text className="cart-row__name">{words(goods.name)}</Text>
        {goods.options.length > 0 && <Text className="soft">{goods.options.map(words).join(' · ')}</Text>}
        <GoodsPrice listFen={goods.unitListFen} memberFen={goods.unitMemberFen} level={level} />
      </View>
    </Tap>
  )
}

interface ProblemProps {
  readonly problem: NonNullable<Line['problem']>
  readonly at: number
  readonly sku: string
}

function Problem({ problem, at, sku }: ProblemProps) {
  const text = useText().shop.cart
  const locale = useLocale()
  switch (problem.of) {
    case 'tooMany':
      return (
        <View className="cart-row__problem figure">
          <Text>{text.tooMany(problem.left)}</Text>
          <LinkText
            id={`take-${at}`}
            label={text.take(problem.left)}
            way="none"
            onTap={() => setQuantity(sku, problem.left)}
          />
        </View>
      )
    case 'opensLater':
      return (
        <View className="cart-row__problem figure">
          {text.opensLater(formatInstant(problem.opensAt, locale))}
        </View>
      )
    default:
      return <View className="cart-row__problem">{text.problems[problem.of]}</View>
  }
}
