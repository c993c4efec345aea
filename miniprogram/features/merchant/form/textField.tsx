import { Input } from '@tarojs/components'
import { Field } from './field'

interface TextFieldProps {
  readonly id: string
  readonly label: string
  readonly placeholder?: string
  readonly fault?: string
  readonly value: string
  readonly longest: number
  readonly onChange: (value: string) => void
}

/** A short text to type. */
export function TextField({ id, label, placeholder, fault, value, longest, onChange }: TextFieldProps) {
  return (
    <Field label={label} fault={fault} isWide>
      <Input
        id={id}
        className={`field__input field__input--wide ${fault ? 'field__input--wrong' : ''}`}
        maxlength={longest}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onChange(event.detail.value)}
      />
    </Field>
  )
}
