import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { NumberField } from '../form/numberField'
import { OptionalNumber } from './optionalNumber'

interface FactFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly unit: string
  /** What the store's orders tell; null where they tell nothing. */
  readonly found: number | null
  readonly foundText: string
  /** Where it was found, in words. */
  readonly from?: string
  readonly fault?: string
  /** Null while the store's figure stands. */
  readonly entered: number | null
  readonly min: number
  readonly max: number
  readonly digits: number
  readonly onEnter: (value: number | null) => void
}

/** A figure of the store, or the merchant's in its place, and which of the two it is. */
export function FactField(props: FactFieldProps) {
  const { hint, found, foundText, from, entered, onEnter, ...field } = props
  const text = useText().assistant.found
  const own = found === null ? text.enteredOnly : text.entered(foundText)
  const isFound = found !== null && entered === null
  return (
    <View className="fact">
      {found === null ? (
        <OptionalNumber {...field} value={entered} onChange={onEnter} />
      ) : (
        <NumberField {...field} value={entered ?? found} onChange={onEnter} />
      )}
      <View className="fact__foot">
        <View className="fact__words">
          {hint && <Text className="soft">{hint}</Text>}
          {isFound && <Text className="fact__from">{from ?? text.fromStore}</Text>}
          {entered !== null && <Text className="fact__from fact__from--entered figure">{own}</Text>}
        </View>
        {found !== null && entered !== null && (
          <LinkText id={`${field.id}-store`} label={text.useStore} way="none" onTap={() => onEnter(null)} />
        )}
      </View>
    </View>
  )
}
