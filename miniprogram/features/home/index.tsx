import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { GuestHome } from './guestHome'
import { MemberHome } from './memberHome'

export default function HomePage() {
  const text = useText()
  const query = useQuery('shopper', 'home.read', {})
  const explain = useExplain()
  return (
    <Page id="home-page" title={text.home.title} isTab onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[212, 88, 208]}>
        {(home) =>
          home.state === 'guest' ? (
            <GuestHome home={home} onJoined={query.refresh} />
          ) : (
            <MemberHome home={home} explain={explain} onChanged={query.refresh} />
          )
        }
      </QueryView>
      {explain.sheet}
    </Page>
  )
}
