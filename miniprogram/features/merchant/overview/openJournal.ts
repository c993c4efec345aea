import Taro from '@tarojs/taro'

/** Opens what happened today. */
export const openJournal = (): void => void Taro.navigateTo({ url: '/features/merchant/journal/index' })
