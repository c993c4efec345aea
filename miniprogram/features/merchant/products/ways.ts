import Taro from '@tarojs/taro'

const go = (page: string, product?: string) =>
  void Taro.navigateTo({
    url: `/features/merchant/${page}/index${product === undefined ? '' : `?product=${encodeURIComponent(product)}`}`,
  })

export const openProducts = (): void => go('products')
export const openEditor = (product?: string): void => go('product', product)
export const openStock = (product: string): void => go('stock', product)
export const openCategories = (): void => go('categories')
