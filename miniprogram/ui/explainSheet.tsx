import { useState, type ReactNode } from 'react'
import { Popup } from '@nutui/nutui-react-taro'
import { ScrollView, Text, View } from '@tarojs/components'
import type { InputOf } from '@shared/contracts'
import { useQuery, type Query } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { Explanation, type ExplanationData } from './explanation'
import { QueryView } from './queryView'
import { Tap } from './tap'
import './explainSheet.scss'

type Subject = InputOf<'explain.read'>['subject']

/** What is asked about: a number that the server explains, or an explanation that the page holds already. */
type Question =
  { readonly subject: Subject; readonly member: string | undefined } | { readonly known: ExplanationData }

interface Explain {
  /** A number of one's own; with `member`, of a member that one serves. */
  readonly ask: (subject: Subject, member?: string) => void
  readonly show: (known: ExplanationData) => void
  /** To be put once into the page. */
  readonly sheet: ReactNode
}

/** Any number's way to what made it: `ask` on a tap, and the sheet rises from below. */
export function useExplain(): Explain {
  const [question, setQuestion] = useState<Question>()
  const [open, setOpen] = useState(false)
  const raise = (asked: Question) => {
    setQuestion(asked)
    setOpen(true)
  }
  return {
    ask: (subject, member) => raise({ subject, member }),
    show: (known) => raise({ known }),
    sheet: <ExplainSheet open={open} question={question} onClose={() => setOpen(false)} />,
  }
}

interface ExplainSheetProps {
  readonly open: boolean
  readonly question: Question | undefined
  readonly onClose: () => void
}

function ExplainSheet({ open, question, onClose }: ExplainSheetProps) {
  if (!question) return null
  return (
    <Popup visible={open} position="bottom" round lockScroll onClose={onClose} className="explain-popup">
      <View className="explain-sheet">
        {'known' in question ? (
          <Sheet explanation={question.known} onClose={onClose} />
        ) : question.member === undefined ? (
          <OwnSheet key={JSON.stringify(question)} subject={question.subject} onClose={onClose} />
        ) : (
          <MemberSheet
            key={JSON.stringify(question)}
            subject={question.subject}
            member={question.member}
            onClose={onClose}
          />
        )}
      </View>
    </Popup>
  )
}

interface AskedProps {
  readonly subject: Subject
  readonly onClose: () => void
}

function OwnSheet({ subject, onClose }: AskedProps) {
  return (
    <AnsweredSheet
      query={useQuery('shopper', 'explain.read', { subject }, { kept: false })}
      onClose={onClose}
    />
  )
}

function MemberSheet({ subject, member, onClose }: AskedProps & { readonly member: string }) {
  return (
    <AnsweredSheet
      query={useQuery('merchant', 'explain.readMember', { member, subject }, { kept: false })}
      onClose={onClose}
    />
  )
}

interface AnsweredProps {
  readonly query: Query<ExplanationData>
  readonly onClose: () => void
}

function AnsweredSheet({ query, onClose }: AnsweredProps) {
  if (query.value) return <Sheet explanation={query.value} onClose={onClose} />
  return (
    <Frame onClose={onClose}>
      <QueryView query={query} skeleton={[28, 28, 28, 72]}>
        {() => null}
      </QueryView>
    </Frame>
  )
}

function Sheet({
  explanation,
  onClose,
}: {
  readonly explanation: ExplanationData
  readonly onClose: () => void
}) {
  const words = useWords()
  return (
    <Frame title={words(explanation.title)} onClose={onClose}>
      <Explanation explanation={explanation} />
    </Frame>
  )
}

interface FrameProps {
  readonly title?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function Frame({ title, onClose, children }: FrameProps) {
  const text = useText()
  return (
    <>
      <View className="explain-sheet__head">
        <Text className="explain-sheet__title">{title ?? text.explain.title}</Text>
        <Tap id="explain-close" className="explain-sheet__close" label={text.common.close} onTap={onClose}>
          <View className="explain-sheet__cross" />
        </Tap>
      </View>
      <ScrollView scrollY className="explain-sheet__body">
        {children}
      </ScrollView>
    </>
  )
}
