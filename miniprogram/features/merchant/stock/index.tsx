import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePageParameter } from '@/api/pageParameter'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { openEditor } from '../products/ways'
import { useIsManager } from '../useIsManager'
import { StockCard } from './stockCard'

const goBack = () => void Taro.navigateBack()

export default function StockPage() {
  const text = useText().goods
  const words = useWords()
  const product = usePageParameter('product') ?? ''
  const isManager = useIsManager()
  const query = useQuery('merchant', 'products.read', { product })
  return (
    <Page id="stock-page" title={text.stock.title} onRefresh={query.refresh}>
      {query.failure?.code === 'PRODUCT_NOT_FOUND' ? (
        <PictureState
          id="product-gone"
          picture="closed"
          title={text.edit.gone}
          text={query.failure.message}
          action={{ id: 'to-products', label: text.edit.toList, run: goBack }}
        />
      ) : (
        <QueryView query={query} skeleton={[28, 180, 180]}>
          {({ rules, stock }) => (
            <>
              <View className="card-title">{words(rules.name)}</View>
              {stock.map((each, at) => (
                <StockCard
                  key={each.sku}
                  at={at}
                  stock={each}
                  isManager={isManager}
                  onChanged={query.refresh}
                />
              ))}
              {isManager && (
                <View className="card rows">
                  <LinkRow id="to-editor" label={text.stock.edit} onTap={() => openEditor(product)} />
                </View>
              )}
            </>
          )}
        </QueryView>
      )}
    </Page>
  )
}
