import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { openLink } from './links'
import type { InboxMessage } from './useInbox'
import './messageCard.scss'

interface MessageCardProps {
  readonly message: InboxMessage
  readonly unread: boolean
}

/** One message: what it says and when it came; a tap goes where it leads. */
export function MessageCard({ message, unread }: MessageCardProps) {
  const text = useText()
  const { link } = message
  if (link === null) {
    return (
      <View className="card message">
        <Said message={message} unread={unread} />
      </View>
    )
  }
  return (
    <Tap className="card message" onTap={openLink[link]}>
      <Said message={message} unread={unread} />
      <View className="message__link">
        <Text>{text.messages.open[link]}</Text>
        <View className="chevron" />
      </View>
    </Tap>
  )
}

function Said({ message, unread }: MessageCardProps) {
  const text = useText()
  const words = useWords()
  const locale = useLocale()
  return (
    <>
      <View className="message__head">
        <Text className="soft figure">{formatInstant(message.at, locale)}</Text>
        {unread && <Text className="message__unread">{text.messages.unread}</Text>}
      </View>
      <View className="message__title">{words(message.title)}</View>
      <View className="message__text">{words(message.text)}</View>
    </>
  )
}
