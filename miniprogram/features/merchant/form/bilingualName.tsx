import type { Words } from '@shared/kernel/words'
import { TextField } from './textField'

const LONGEST_ZH = 24
const LONGEST_EN = 48

interface BilingualNameProps {
  /** Of the Chinese name; that of the English one goes on with `-en`. */
  readonly id: string
  readonly words: {
    readonly nameZh: string
    readonly nameZhHint: string
    readonly nameEn: string
    readonly nameEnHint: string
    readonly needName: string
  }
  readonly value: Words
  readonly onChange: (name: Words) => void
}

/** A name in both languages; the Chinese one must be there. */
export function BilingualName({ id, words, value, onChange }: BilingualNameProps) {
  return (
    <>
      <TextField
        id={id}
        label={words.nameZh}
        placeholder={words.nameZhHint}
        fault={value.zh.trim() === '' ? words.needName : undefined}
        value={value.zh}
        longest={LONGEST_ZH}
        onChange={(zh) => onChange({ ...value, zh })}
      />
      <TextField
        id={`${id}-en`}
        label={words.nameEn}
        placeholder={words.nameEnHint}
        value={value.en}
        longest={LONGEST_EN}
        onChange={(en) => onChange({ ...value, en })}
      />
    </>
  )
}
