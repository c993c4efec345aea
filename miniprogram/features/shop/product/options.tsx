import { Text, View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import type { ProductData, VariantData } from './index'
import './options.scss'

interface OptionsProps {
  readonly product: ProductData
  readonly variant: VariantData
  readonly onChoose: (option: number, value: string) => void
}

/** What there is to choose, with what is chosen. Values that nothing is sold of are not shown. */
export function Options({ product: { options, variants }, variant, onChoose }: OptionsProps) {
  const words = useWords()
  if (options.length === 0) return null
  const leftWith = (option: number, value: string) =>
    variants.filter(({ choice }) => choice[option] === value)
  return (
    <View className="card">
      {options.map((option, at) => (
        <View key={words(option.name)} className="options">
          <Text className="soft">{words(option.name)}</Text>
          <View className="options__values">
            {option.values
              .filter(({ id }) => leftWith(at, id).length > 0)
              .map(({ id, name }) => (
                <Value
                  key={id}
                  id={`value-${id}`}
                  name={words(name)}
                  isOn={variant.choice[at] === id}
                  isSoldOut={leftWith(at, id).every(({ left }) => left === 0)}
                  onTap={() => onChoose(at, id)}
                />
              ))}
          </View>
        </View>
      ))}
    </View>
  )
}

interface ValueProps {
  readonly id: string
  readonly name: string
  readonly isOn: boolean
  readonly isSoldOut: boolean
  readonly onTap: () => void
}

function Value({ id, name, isOn, isSoldOut, onTap }: ValueProps) {
  const text = useText().shop
  return (
    <Tap id={id} className={`options__value ${isOn ? 'options__value--on' : ''}`} onTap={onTap}>
      <Text>{name}</Text>
      {isSoldOut && <Text className="options__sold">{text.soldOut}</Text>}
    </Tap>
  )
}
