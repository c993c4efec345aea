import { useState, type ReactNode } from 'react'
import type { InputOf } from '@shared/contracts'
import { useQuery, type Query } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { RisingSheet, SheetFrame } from './bottomSheet'
import { Explanation, type ExplanationData } from './explanation'
import { QueryView } from './queryView'

type Subject = InputOf<'explain.read'>['subject']

/** What is asked about: a number that the server explains, or an explanation that the page holds already. */
type Question = Asked | { readonly known: ExplanationData }

interface Asked {
  readonly subject: Subject
  /** Whose number it is; undefined for one's own. */
  readonly member: string | undefined
}

interface Explain {
  /** A number of one's own; with `member`, of a member that one serves. */
  readonly ask: (subject: Subject, member?: string) => void
  readonly show: (known: ExplanationData) => void
  /** Lines that the page holds, under a title in the person's own language. */
  readonly showLines: (title: string, lines: ExplanationData['lines']) => void
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
    showLines: (title, lines) =>
      raise({ known: { title: { zh: title, en: title }, lines, rules: [], source: null } }),
    sheet: <ExplainSheet open={open} question={question} onAsk={raise} onClose={() => setOpen(false)} />,
  }
}

interface ExplainSheetProps {
  readonly open: boolean
  readonly question: Question | undefined
  readonly onAsk: (question: Question) => void
  readonly onClose: () => void
}

function ExplainSheet({ open, question, onAsk, onClose }: ExplainSheetProps) {
  if (!question) return null
  return (
    <RisingSheet open={open} onClose={onClose}>
      {'known' in question ? (
        <Sheet explanation={question.known} onClose={onClose} />
      ) : (
        <AskedSheet key={JSON.stringify(question)} asked={question} onAsk={onAsk} onClose={onClose} />
      )}
    </RisingSheet>
  )
}

interface AskedProps {
  readonly asked: Asked
  readonly onAsk: (question: Question) => void
  readonly onClose: () => void
}

/** One's own number, or one of a member that one serves: `asked` is another sheet when it changes. */
function AskedSheet({ asked, onAsk, onClose }: AskedProps) {
  const { subject, member } = asked
  const openOrder = (id: string) => onAsk({ subject: { kind: 'order', id }, member })
  const sheet = (query: Query<ExplanationData>) => (
    <AnsweredSheet query={query} onOrder={openOrder} onClose={onClose} />
  )
  return member === undefined ? (
    <OwnAnswer subject={subject}>{sheet}</OwnAnswer>
  ) : (
    <MemberAnswer subject={subject} member={member}>
      {sheet}
    </MemberAnswer>
  )
}

interface AnswerProps {
  readonly subject: Subject
  readonly children: (query: Query<ExplanationData>) => ReactNode
}

function OwnAnswer({ subject, children }: AnswerProps) {
  return children(useQuery('shopper', 'explain.read', { subject }, { kept: false }))
}

function MemberAnswer({ subject, member, children }: AnswerProps & { readonly member: string }) {
  return children(useQuery('merchant', 'explain.readMember', { member, subject }, { kept: false }))
}

interface SheetProps {
  readonly explanation: ExplanationData
  readonly onOrder?: (orderId: string) => void
  readonly onClose: () => void
}

interface AnsweredProps extends Omit<SheetProps, 'explanation'> {
  readonly query: Query<ExplanationData>
}

function AnsweredSheet({ query, ...rest }: AnsweredProps) {
  if (query.value) return <Sheet explanation={query.value} {...rest} />
  return (
    <Frame onClose={rest.onClose}>
      <QueryView query={query} skeleton={[28, 28, 28, 72]}>
        {() => null}
      </QueryView>
    </Frame>
  )
}

function Sheet({ explanation, onOrder, onClose }: SheetProps) {
  const words = useWords()
  return (
    <Frame title={words(explanation.title)} onClose={onClose}>
      <Explanation explanation={explanation} onOrder={onOrder} />
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
    <SheetFrame closeId="explain-close" title={title ?? text.explain.title} onClose={onClose}>
      {children}
    </SheetFrame>
  )
}
