import { View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import { BilingualName } from '../form/bilingualName'
import { Choices } from '../form/choices'
import { Field } from '../form/field'
import { TextField } from '../form/textField'
import { codeOf, type Rules } from './productRows'
import type { Stored } from './useProductEditor'

const LONGEST_CODE = 48
const LONGEST_ZH = 1_000
const LONGEST_EN = 2_000

interface HeadFieldsProps {
  readonly stored: Stored
  readonly rules: Rules
  readonly typedCode: string
  readonly onCode: (typed: string) => void
  readonly change: (patch: Partial<Rules>) => void
}

/** What a product is called and where it stands. */
export function HeadFields({ stored, rules, typedCode, onCode, change }: HeadFieldsProps) {
  const text = useText().goods.edit
  const words = useWords()
  const { name, description, category } = rules
  const { id, categories } = stored
  const isWrong = id === null && name.zh.trim() !== '' && codeOf(typedCode, name.zh) === null
  return (
    <View className="card">
      <BilingualName
        id="product-name"
        words={text}
        value={name}
        onChange={(each) => change({ name: each })}
      />
      {id === null ? (
        <TextField
          id="product-code"
          label={text.code}
          placeholder={codeOf('', name.zh) ?? ''}
          fault={isWrong ? text.codeWrong : undefined}
          value={typedCode}
          longest={LONGEST_CODE}
          onChange={onCode}
        />
      ) : (
        <Field label={text.code}>
          <View className="figure">{id}</View>
        </Field>
      )}
      {id === null && !isWrong && <View className="soft">{text.codeHint}</View>}
      <Choices
        id="product-category"
        label={text.category}
        values={categories.map((_, at) => String(at))}
        chosen={categories.flatMap((each, at) => (each.id === category ? [String(at)] : []))}
        name={(at) => words(categories[Number(at)]?.name ?? { zh: '', en: '' })}
        onTap={(at) => change({ category: categories[Number(at)]?.id ?? category })}
      />
      <TextField
        id="product-description"
        label={text.description}
        placeholder={text.descriptionHint}
        value={description.zh}
        longest={LONGEST_ZH}
        onChange={(zh) => change({ description: { ...description, zh } })}
      />
      <TextField
        id="product-description-en"
        label={text.descriptionEn}
        placeholder={text.descriptionHint}
        value={description.en}
        longest={LONGEST_EN}
        onChange={(en) => change({ description: { ...description, en } })}
      />
    </View>
  )
}
