import { Text, View } from '@tarojs/components'
import type { Condition, Leaf, Measure } from '@shared/rules/tiers/conditions'
import { useText } from '@/i18n/useText'
import { Chips } from '@/ui/chips'
import { Tap } from '@/ui/tap'
import { LinkText } from '@/ui/linkText'
import { NumberField } from '../form/numberField'
import { isMoney } from '../tiers/conditionText'
import './conditionGroup.scss'

export type Group = Exclude<Condition, Leaf>

const MEASURES: readonly Measure[] = ['spend', 'largestOrder', 'growth', 'invitations', 'orders']
/** Groups within groups within a group. */
const DEEPEST = 3
const MOST_AMOUNT = 99_999_999_999

/** A condition as the group that is edited: a single measure is a group of one. */
export function groupOf(condition: Condition | null): Group {
  if (!condition) return { all: [] }
  return 'measure' in condition ? { all: [condition] } : condition
}

const partsOf = (group: Group): readonly Condition[] => ('all' in group ? group.all : group.any)

const grouped = (by: 'all' | 'any', parts: readonly Condition[]): Group =>
  by === 'all' ? { all: parts } : { any: parts }

interface ConditionGroupProps {
  readonly id: string
  /** 1 for the outermost. */
  readonly depth: number
  readonly group: Group
  /** Null when the outermost group has become empty: then there is no condition. */
  readonly onChange: (group: Group | null) => void
  /** Takes the whole group away; absent for the outermost. */
  readonly onRemove?: () => void
}

/** Conditions that hold together, all of them or any: each with its amount, and groups within. */
export function ConditionGroup({ id, depth, group, onChange, onRemove }: ConditionGroupProps) {
  const text = useText().levels.level
  const by = 'all' in group ? 'all' : 'any'
  const parts = partsOf(group)
  const put = (next: readonly Condition[]) =>
    onChange(next.length === 0 && depth === 1 ? null : grouped(by, next))
  const replace = (at: number, part: Condition | null) =>
    put(parts.flatMap((each, place) => (place === at ? (part ?? []) : each)))
  const isMissing = parts.length === 0
  return (
    <View id={id} className={depth === 1 ? '' : 'condition-group'}>
      <View className="condition-group__head">
        {parts.length > 1 || depth > 1 ? (
          <Chips
            id={`${id}-by`}
            chips={(['all', 'any'] as const).map((each) => ({
              key: each,
              name: text[each],
              isOn: each === by,
              choose: () => onChange(grouped(each, parts)),
            }))}
          />
        ) : (
          <View />
        )}
        {onRemove && <LinkText id={`${id}-remove`} label={text.removeGroup} way="none" onTap={onRemove} />}
      </View>
      {isMissing && (
        <Text className="field__fault">{depth === 1 ? text.needCondition : text.emptyGroup}</Text>
      )}
      {parts.map((part, at) =>
        'measure' in part ? (
          <LeafRow
            // A place keeps its field: what is typed in it stays there.
            key={`${part.measure}-${at}`}
            id={`${id}-${at}`}
            leaf={part}
            onChange={(leaf) => replace(at, leaf)}
          />
        ) : (
          <ConditionGroup
            key={`group-${at}`}
            id={`${id}-${at}`}
            depth={depth + 1}
            group={part}
            onChange={(next) => replace(at, next)}
            onRemove={() => replace(at, null)}
          />
        ),
      )}
      <AddRow id={id} depth={depth} onAdd={(part) => put([...parts, part])} />
    </View>
  )
}

interface LeafRowProps {
  readonly id: string
  readonly leaf: Leaf
  readonly onChange: (leaf: Leaf | null) => void
}

function LeafRow({ id, leaf, onChange }: LeafRowProps) {
  const text = useText().levels.level
  const { measure, atLeast } = leaf
  return (
    <View className="condition-leaf">
      <View className="condition-leaf__field">
        <NumberField
          id={id}
          label={text.amounts[measure]}
          unit={text.units[measure]}
          value={atLeast}
          min={1}
          max={MOST_AMOUNT}
          digits={isMoney(measure) ? 2 : 0}
          onChange={(amount) => onChange({ measure, atLeast: amount })}
        />
      </View>
      <Tap
        id={`${id}-remove`}
        className="condition-leaf__remove"
        label={text.remove}
        onTap={() => onChange(null)}
      >
        <View className="condition-leaf__cross" />
      </Tap>
    </View>
  )
}

interface AddRowProps {
  readonly id: string
  readonly depth: number
  readonly onAdd: (part: Condition) => void
}

function AddRow({ id, depth, onAdd }: AddRowProps) {
  const text = useText().levels
  const measures = MEASURES.map((measure) => ({
    key: measure,
    name: `+ ${text.measureNames[measure]}`,
    isOn: false,
    choose: () => onAdd({ measure, atLeast: NaN }),
  }))
  const group = {
    key: 'group',
    name: `+ ${text.level.addGroup}`,
    isOn: false,
    choose: () => onAdd({ any: [] }),
  }
  return (
    <View className="condition-add">
      <Text className="soft">{text.level.addCondition}</Text>
      <Chips id={`${id}-add`} chips={depth < DEEPEST ? [...measures, group] : measures} />
    </View>
  )
}
