import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { KINDS, type Choice } from './kinds'

interface KindChipsProps {
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
}

/** Which kinds of entries are shown. */
export function KindChips({ chosen, onChoose }: KindChipsProps) {
  const text = useText().books
  return (
    <Chips
      id="kind"
      chips={KINDS.map((choice) => ({
        key: choice,
        name: choice === 'all' ? text.all : text.kinds[choice],
        isOn: choice === chosen,
        choose: () => onChoose(choice),
      }))}
    />
  )
}
