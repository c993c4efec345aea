import Taro from '@tarojs/taro'
import type { CallFailure, FailureCode } from '@/api/callFailure'
import { useText } from '@/i18n/useText'
import type { Text } from '@/i18n/zh'
import { PictureState, type Picture } from './pictureState'

interface Face {
  readonly picture: Picture
  readonly title: (text: Text) => string
  /** Where the failure's own words would say the title again. */
  readonly words?: (text: Text) => string
  /** What helps: asking again, or going where it can be put right. */
  readonly way: 'retry' | 'join' | 'leave'
}

const FACES: Partial<Record<FailureCode, Face>> = {
  OFFLINE: {
    picture: 'offline',
    title: (text) => text.failure.offlineTitle,
    words: (text) => text.failure.offlineHint,
    way: 'retry',
  },
  NOT_A_MEMBER: {
    picture: 'card',
    title: (text) => text.failure.notMemberTitle,
    words: (text) => text.failure.notMember,
    way: 'join',
  },
  FORBIDDEN: { picture: 'closed', title: (text) => text.failure.forbiddenTitle, way: 'leave' },
}
const OTHER: Face = { picture: 'broken', title: (text) => text.failure.title, way: 'retry' }

const goHome = () => void Taro.switchTab({ url: '/features/home/index' })

/** True for refusals that a page must not hide behind what was seen before. */
export function isWall(failure: CallFailure): boolean {
  return failure.code === 'NOT_A_MEMBER' || failure.code === 'FORBIDDEN'
}

/** The words for a failure: the server's own, or ours where it could not say any. */
export function failureWords(failure: CallFailure, text: Text): string {
  if (failure.message !== '') return failure.message
  return failure.code === 'OFFLINE' ? text.failure.offline : text.failure.internal
}

export function FailureState({ failure, onRetry }: { failure: CallFailure; onRetry: () => Promise<void> }) {
  const text = useText()
  const face = FACES[failure.code] ?? OTHER
  const ways = {
    retry: { id: 'retry-button', label: text.common.retry, run: () => void onRetry() },
    join: { id: 'to-join-button', label: text.failure.toHome, run: goHome },
    leave: { id: 'leave-button', label: text.failure.backHome, run: goHome },
  }
  return (
    <PictureState
      id="failure"
      picture={face.picture}
      title={face.title(text)}
      text={face.words?.(text) ?? failureWords(failure, text)}
      action={ways[face.way]}
    />
  )
}
