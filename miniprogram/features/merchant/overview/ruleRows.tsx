import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'

const PAGES = [
  { entry: 'tiers', page: 'tiers' },
  { entry: 'earning', page: 'earningRules' },
  { entry: 'campaigns', page: 'campaigns' },
  { entry: 'coupons', page: 'coupons' },
  { entry: 'shop', page: 'shopRules' },
  { entry: 'points', page: 'pointsRules' },
  { entry: 'growth', page: 'growthRules' },
  { entry: 'wallet', page: 'wallet' },
  { entry: 'counter', page: 'counterRules' },
] as const

/** The ways to the rules, for those who may change them. */
export function RuleRows() {
  const { rules, intakeKeys: keyText } = useText()
  const text = rules.entries
  const role = useQuery('merchant', 'staff.me', {}).value?.role
  if (role !== 'owner' && role !== 'manager') return null
  return (
    <View className="card">
      <Text className="card-title">{text.title}</Text>
      {PAGES.map(({ entry, page }) => (
        <LinkRow
          key={entry}
          id={`to-${page}`}
          label={text[entry]}
          onTap={() => void Taro.navigateTo({ url: `/features/merchant/${page}/index` })}
        />
      ))}
      {role === 'owner' && (
        <LinkRow
          id="to-intakeKeys"
          label={keyText.row}
          onTap={() => void Taro.navigateTo({ url: '/features/merchant/intakeKeys/index' })}
        />
      )}
    </View>
  )
}
