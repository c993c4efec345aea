import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PRIVACY_VERSION } from './version'
import './index.scss'

export default function PrivacyPage() {
  const text = useText()
  return (
    <Page id="privacy-page" title={text.privacy.title}>
      <Text className="privacy__lead">{text.privacy.lead}</Text>
      {text.privacy.sections.map((section) => (
        <View key={section.title} className="card privacy__section">
          <Text className="card-title">{section.title}</Text>
          <Text className="privacy__text">{section.text}</Text>
        </View>
      ))}
      <View className="soft privacy__version figure">{text.privacy.version(PRIVACY_VERSION)}</View>
    </Page>
  )
}
