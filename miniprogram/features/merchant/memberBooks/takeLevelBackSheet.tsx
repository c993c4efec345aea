import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { ReasonSheet } from './reasonSheet'
import type { MemberBooks } from './useMemberBooks'

interface TakeLevelBackSheetProps {
  readonly open: boolean
  readonly books: MemberBooks
  readonly onTaken: () => Promise<void>
  readonly onClose: () => void
}

/** Says what taking the level back means, and asks why. */
export function TakeLevelBackSheet({ open, books, onTaken, onClose }: TakeLevelBackSheetProps) {
  const text = useText().books.givenLevel
  const { run, working, failure } = useCommand('merchant', 'tiers.takeBack')
  const takeBack = async (reason: string) => {
    if (await run({ member: books.member, reason })) await onTaken()
  }
  return (
    <ReasonSheet
      id="take-level-back-sheet"
      open={open}
      title={text.takeBackTitle}
      hint={text.takeBackHint}
      action={{ label: text.confirmTakeBack, working, failure, run: takeBack }}
      onClose={onClose}
    />
  )
}
