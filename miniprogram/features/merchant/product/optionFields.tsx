import { Input, Text, View } from '@tarojs/components'
import { randomId } from '@/api/randomId'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { BilingualName } from '../form/bilingualName'
import { withOptions, type Option, type Rules } from './productRows'
import './optionFields.scss'

const MOST_OPTIONS = 3
const MOST_VALUES = 12
const MOST_COMBINATIONS = 60
const LONGEST_ZH = 24
const LONGEST_EN = 48
/** Never shown; short, since carts and orders carry it. */
const ID_LENGTH = 8

const newValue = () => ({ id: randomId().slice(0, ID_LENGTH), name: { zh: '', en: '' } })
const newOption = (): Option => ({ name: { zh: '', en: '' }, values: [newValue()] })

interface OptionFieldsProps {
  readonly rules: Rules
  readonly onChange: (rules: Rules) => void
}

/** What buyers choose from. Prices follow as values are added and removed. */
export function OptionFields({ rules, onChange }: OptionFieldsProps) {
  const text = useText().goods.edit
  const { options } = rules
  const combinations = options.reduce((product, { values }) => product * values.length, 1)
  const set = (at: number, option: Option | null) =>
    onChange(
      withOptions(
        rules,
        options.flatMap((each, place) => (place === at ? (option ?? []) : each)),
      ),
    )
  return (
    <View className="card">
      <View className="card-head">
        <Text className="card-title">{text.options}</Text>
        {options.length < MOST_OPTIONS && (
          <LinkText
            id="add-option"
            label={text.addOption}
            way="none"
            onTap={() => onChange(withOptions(rules, [...options, newOption()]))}
          />
        )}
      </View>
      <View className="soft">{text.optionsHint}</View>
      {options.map((option, at) => (
        <OptionField
          key={at}
          at={at}
          option={option}
          mayGrow={
            option.values.length < MOST_VALUES &&
            (combinations / Math.max(1, option.values.length)) * (option.values.length + 1) <=
              MOST_COMBINATIONS
          }
          onChange={(next) => set(at, next)}
        />
      ))}
    </View>
  )
}

interface OptionFieldProps {
  readonly at: number
  readonly option: Option
  readonly mayGrow: boolean
  /** Null removes it. */
  readonly onChange: (option: Option | null) => void
}

function OptionField({ at, option, mayGrow, onChange }: OptionFieldProps) {
  const { goods } = useText()
  const text = goods.edit
  const { name, values } = option
  const words = {
    nameZh: text.optionName,
    nameZhHint: text.optionNameHint,
    nameEn: text.optionNameEn,
    nameEnHint: text.nameEnHint,
    needName: text.needName,
  }
  const rename = (id: string, patch: { zh?: string; en?: string }) =>
    onChange({
      ...option,
      values: values.map((value) => (value.id === id ? { id, name: { ...value.name, ...patch } } : value)),
    })
  return (
    <View className="option-field">
      <View className="card-head">
        <Text>{text.option(at + 1)}</Text>
        <LinkText
          id={`remove-option-${at}`}
          label={text.removeOption}
          way="none"
          onTap={() => onChange(null)}
        />
      </View>
      <BilingualName
        id={`option-${at}-name`}
        words={words}
        value={name}
        onChange={(each) => onChange({ ...option, name: each })}
      />
      {values.map((value, place) => (
        <View key={value.id} className="option-field__value">
          <Input
            id={`value-${at}-${place}`}
            className={`field__input option-field__input ${value.name.zh.trim() === '' ? 'field__input--wrong' : ''}`}
            maxlength={LONGEST_ZH}
            placeholder={text.valueHint}
            value={value.name.zh}
            onInput={(event) => rename(value.id, { zh: event.detail.value })}
          />
          <Input
            id={`value-${at}-${place}-en`}
            className="field__input option-field__input"
            maxlength={LONGEST_EN}
            placeholder={text.valueEnHint}
            value={value.name.en}
            onInput={(event) => rename(value.id, { en: event.detail.value })}
          />
          {values.length > 1 && (
            <LinkText
              id={`remove-value-${at}-${place}`}
              label={text.removeValue}
              way="none"
              onTap={() => onChange({ ...option, values: values.filter(({ id }) => id !== value.id) })}
            />
          )}
        </View>
      ))}
      {mayGrow && (
        <LinkText
          id={`add-value-${at}`}
          label={text.addValue}
          way="none"
          onTap={() => onChange({ ...option, values: [...values, newValue()] })}
        />
      )}
    </View>
  )
}
