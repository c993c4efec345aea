import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { AddSource } from './addSource'
import { NewKeySheet } from './newKeySheet'
import { SourceCard } from './sourceCard'
import { useIntakeKeys } from './useIntakeKeys'

/** The keys with which a mall or a till beside the shop signs what it tells of orders. The owner's page. */
export default function IntakeKeysPage() {
  const text = useText().intakeKeys
  const keys = useIntakeKeys()
  return (
    <Page id="intake-keys-page" title={text.title} onRefresh={keys.query.refresh}>
      <QueryView query={keys.query} skeleton={[184, 136]}>
        {({ sources }) => (
          <>
            {sources.length === 0 ? (
              <PictureState id="intake-keys-empty" picture="card" title={text.empty} text={text.emptyHint} />
            ) : (
              <View className="soft">{text.hint}</View>
            )}
            {sources.map((source) => (
              <SourceCard key={source.source} source={source} keys={keys} />
            ))}
            <AddSource keys={keys} />
          </>
        )}
      </QueryView>
      <NewKeySheet made={keys.made} onClose={keys.forget} />
    </Page>
  )
}
