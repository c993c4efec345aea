import type { Entry } from '../account/entry'
import { afterLines } from './afterLines'
import { note, sum, type ExplainLine } from './explanation'
import { monthParts } from './growthWords'

/** Opens growth that stopped counting, or was counted again under other settings: by the month it was gained in. */
export function growthMoveLines(entry: Entry): ExplainLine[] {
  const { change, growthDays, basis } = entry
  const parts = monthParts(growthDays, ({ counted }) => counted)
  const isLapse = basis.of === 'growthLapse'
  return [
    note(
      isLapse
        ? { zh: '这些成长值不再计入，明细仍然保留。', en: 'This growth no longer counts; its entries stay.' }
        : {
            zh: '成长值规则改了，按新规则重新统计：重新计入的为正，不再计入的为负。',
            en: 'The rules of growth changed, so it was counted again: what counts anew is added, what no longer does is taken off.',
          },
    ),
    ...parts,
    ...(parts.length > 0
      ? [
          sum(
            isLapse
              ? { zh: '不再计入的成长值', en: 'Growth that stopped counting' }
              : { zh: '成长值变化', en: 'Change of growth' },
            change.growth,
            'growth',
          ),
        ]
      : []),
    ...afterLines(entry),
  ]
}
