import { useState } from 'react'
import type { CallFailure } from '@/api/callFailure'
import { useAsked } from '@/api/useAsked'
import { FIRST_CHOICES, type Choices, type Quoted, type Wanted } from './choices'

export interface QuoteInHand {
  /** The newest quote; the last one stands until the next. */
  readonly quoted: Quoted | undefined
  /** What stands there is not of what is chosen. */
  readonly isBehind: boolean
  readonly failure: CallFailure | undefined
  readonly choices: Choices
  readonly choose: (choices: Choices) => void
  /** Asks anew; what differs from what is shown is told with the answer. */
  readonly compare: () => void
  readonly askAgain: () => void
}

/** What the goods cost with what is chosen, asked anew with each choice. */
export function useQuote(lines: Wanted): QuoteInHand {
  const [choices, setChoices] = useState(FIRST_CHOICES)
  const [shown, setShown] = useState<Quoted['seen']>()
  const [about, setAbout] = useState(0)
  const input = lines.length === 0 ? null : { lines, choices, ...(shown && { seen: shown }) }
  const asked = useAsked('shopper', 'shopOrders.quote', input, {
    about,
    triesAgain: ({ code }) => code === 'OFFLINE',
  })
  const askAgain = () => setAbout((before) => before + 1)
  return {
    quoted: asked.value,
    isBehind: asked.isBehind,
    failure: asked.failure,
    choices,
    choose(next) {
      setShown(undefined)
      setChoices(next)
    },
    compare() {
      setShown(asked.value?.seen)
      askAgain()
    },
    askAgain,
  }
}
