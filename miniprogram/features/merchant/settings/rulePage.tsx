import { useState, type ReactNode } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { randomId } from '@/api/randomId'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useSettings, type SettingsEditor, type Stored, type Topic, type ValueOf } from './useSettings'

export const goBack = () => void Taro.navigateBack()

export interface RuleEditorProps<T extends Topic> {
  readonly id: string
  readonly isNew: boolean
  readonly editor: SettingsEditor<T>
  readonly stored: Stored<T>
}

interface RulePageProps<T extends Topic> {
  readonly id: string
  readonly topic: T
  readonly title: string
  readonly newTitle: string
  readonly skeleton: readonly number[]
  readonly rulesIn: (value: ValueOf<T>) => readonly { readonly id: string }[]
  /** What is shown where the rule is no longer there, and the way back to the others. */
  readonly gone: Readonly<Record<'id' | 'title' | 'text' | 'backId' | 'back', string>>
  readonly children: (props: RuleEditorProps<T>) => ReactNode
}

/** The page of one rule of a topic, by the id that it was opened with; without one it is a new rule. */
export function RulePage<T extends Topic>(props: RulePageProps<T>) {
  const { topic, rulesIn, gone, children } = props
  const known = useRouter().params.id
  const [id] = useState(() => known ?? randomId())
  const editor = useSettings(topic)
  return (
    <Page id={props.id} title={known ? props.title : props.newTitle} onRefresh={editor.query.refresh}>
      <QueryView query={editor.query} skeleton={props.skeleton}>
        {(stored) =>
          known && !rulesIn(editor.valueIn(stored)).some((each) => each.id === known) ? (
            <PictureState
              id={gone.id}
              picture="closed"
              title={gone.title}
              text={gone.text}
              action={{ id: gone.backId, label: gone.back, run: goBack }}
            />
          ) : (
            children({ id, isNew: !known, editor, stored })
          )
        }
      </QueryView>
    </Page>
  )
}
