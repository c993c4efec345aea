import { useText } from '@/i18n/useText'
import { TextField } from '../form/textField'
import {
  benchmarkLacks,
  LEAST_ORDER_FEN,
  MOST_ORDER_FEN,
  type Enter,
  type Entered,
  type EnteredBenchmark,
} from './entered'
import { Folding } from './folding'
import { OptionalNumber } from './optionalNumber'

/** Figures of the industry as somebody published them, with where they are from; or nothing. */
export function BenchmarkInputs({ entered, enter }: { readonly entered: Entered; readonly enter: Enter }) {
  const { benchmark: text, found, gainInputs, percent, yuan } = useText().assistant
  const { benchmark } = entered
  const set = (patch: Partial<EnteredBenchmark>) => enter({ benchmark: { ...benchmark, ...patch } })
  const lacks = benchmarkLacks(entered)
  const fault = { source: text.needSource, figure: text.needFigure }
  const rate = { unit: percent, min: 0, max: 10_000, digits: 2 }
  return (
    <Folding id="benchmark" title={text.title} hint={text.hint}>
      <TextField
        id="benchmark-source"
        label={text.source}
        placeholder={text.sourceHint}
        fault={lacks ? fault[lacks] : undefined}
        value={benchmark.source}
        longest={100}
        onChange={(source) => set({ source })}
      />
      <OptionalNumber
        id="benchmark-order"
        label={found.averageOrder}
        unit={yuan}
        value={benchmark.averageOrderFen}
        min={LEAST_ORDER_FEN}
        max={MOST_ORDER_FEN}
        digits={2}
        onChange={(averageOrderFen) => set({ averageOrderFen })}
      />
      <OptionalNumber
        {...rate}
        id="benchmark-rate"
        label={found.repurchase}
        value={benchmark.repurchaseRateBp}
        onChange={(repurchaseRateBp) => set({ repurchaseRateBp })}
      />
      <OptionalNumber
        {...rate}
        id="benchmark-margin"
        label={gainInputs.margin}
        value={benchmark.marginBp}
        onChange={(marginBp) => set({ marginBp })}
      />
    </Folding>
  )
}
