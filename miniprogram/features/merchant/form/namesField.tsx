import { useState } from 'react'
import { TextField } from './textField'

const SEPARATORS = /[,，、;；\n]/

/** Names in one line, with whatever comma the keyboard gives. */
function namesIn(text: string): string[] {
  const names = text.split(SEPARATORS).map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}

interface NamesFieldProps {
  readonly id: string
  readonly label: string
  /** Stands where nothing is typed yet, and is the fault then. */
  readonly hint: string
  readonly value: readonly string[]
  readonly onChange: (names: string[]) => void
}

/** Several names to type, separated by commas. */
export function NamesField({ id, label, hint, value, onChange }: NamesFieldProps) {
  const [typed, setTyped] = useState(() => value.join('，'))
  const isTyped = JSON.stringify(namesIn(typed)) === JSON.stringify(value)
  return (
    <TextField
      id={id}
      label={label}
      placeholder={hint}
      fault={value.length === 0 ? hint : undefined}
      value={isTyped ? typed : value.join('，')}
      longest={1_000}
      onChange={(text) => {
        setTyped(text)
        onChange(namesIn(text))
      }}
    />
  )
}
