import Taro from '@tarojs/taro'

const go = (url: string) => void Taro.navigateTo({ url })

export const openProduct = (product: string): void =>
  go(`/features/shop/product/index?product=${encodeURIComponent(product)}`)
export const openCart = (): void => go('/features/shop/cart/index')
export const openFavourites = (): void => go('/features/favourites/index')
export const openShop = (): void => void Taro.switchTab({ url: '/features/shop/index' })
export const openCheckout = (): void => go('/features/checkout/index')
