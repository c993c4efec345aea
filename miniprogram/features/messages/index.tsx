import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { ListFoot } from '@/ui/listFoot'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { openLink } from './links'
import { MessageCard } from './messageCard'
import { useInbox } from './useInbox'

export default function MessagesPage() {
  const text = useText()
  const { query, messages, readBefore } = useInbox()
  useReachBottom(messages.loadMore)
  return (
    <Page id="messages-page" title={text.messages.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[148, 148, 148]}>
        {() =>
          messages.items.length === 0 ? (
            <NoMessages />
          ) : (
            <View id="messages">
              {messages.items.map((message) => (
                <MessageCard key={message.id} message={message} unread={message.at > readBefore} />
              ))}
              <ListFoot id="messages-more" list={messages} end={text.messages.end} />
            </View>
          )
        }
      </QueryView>
    </Page>
  )
}

function NoMessages() {
  const text = useText()
  return (
    <PictureState
      id="messages-empty"
      picture="messages"
      title={text.messages.empty}
      text={text.messages.emptyHint}
      action={{ id: 'to-points-button', label: text.messages.toPoints, run: openLink.points }}
    />
  )
}
