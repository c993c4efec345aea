import { ScrollView, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatCount } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { matrixOf, type Cell, type Edge, type TierPreview } from './moves'
import './matrixCard.scss'

/** From which level to which: the levels now down the side, those then along the top. */
export function MatrixCard({ preview }: { readonly preview: TierPreview }) {
  const text = useText().tierPreview
  const { rows, columns, cellAt } = matrixOf(preview)
  return (
    <View id="preview-matrix" className="card matrix-card">
      <View className="matrix-card__words">
        <Text className="card-title">{text.matrix}</Text>
        <View className="soft">{text.matrixHint}</View>
      </View>
      <ScrollView scrollX className="matrix-scroll">
        <View className="matrix">
          <View className="matrix__row">
            <View className="matrix__corner">
              <Text>{text.now}</Text>
              <Text>{text.then}</Text>
            </View>
            {columns.map((edge) => (
              <Head key={edge.id} edge={edge} />
            ))}
          </View>
          {rows.map((row) => (
            <View key={row.id} className="matrix__row">
              <Head edge={row} isSide />
              {columns.map((column) => (
                <Field key={column.id} cell={cellAt(row.id, column.id)} row={row} column={column} />
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}

function Head({ edge, isSide = false }: { readonly edge: Edge; readonly isSide?: boolean }) {
  const name = useLevelName()
  return (
    <View className={`matrix__head ${isSide ? 'matrix__head--side' : ''}`}>
      <View className={`matrix__mark material material--${edge.level?.material ?? 'paper'}`} />
      <Text className="matrix__name">{name(edge)}</Text>
      <Text className="soft figure matrix__sum">{formatCount(edge.members)}</Text>
    </View>
  )
}

interface FieldProps {
  readonly cell: Cell | undefined
  readonly row: Edge
  readonly column: Edge
}

function Field({ cell, row, column }: FieldProps) {
  const text = useText().tierPreview
  const name = useLevelName()
  if (!cell) return <View className="matrix__cell matrix__cell--none">·</View>
  const { from, to, kind, members } = cell
  const query = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`
  return (
    <Tap
      id={`cell-${from}-${to}`}
      className={`matrix__cell matrix__cell--${kind} figure`}
      label={text.cell(name(row), name(column), members)}
      onTap={() => void Taro.navigateTo({ url: `/features/merchant/tierMovers/index?${query}` })}
    >
      <Text>{formatCount(members)}</Text>
    </Tap>
  )
}

function useLevelName(): (edge: Edge) => string {
  const text = useText().tierPreview
  const words = useWords()
  return ({ level }) => (level ? words(level.name) : text.gone)
}
