import Taro from '@tarojs/taro'

/** Opens the editor of a benefit, or of one to be added to a level. */
export function openBenefit({ id, level }: { readonly id?: string; readonly level: string }): void {
  const query = id === undefined ? `level=${level}` : `level=${level}&id=${id}`
  void Taro.navigateTo({ url: `/features/merchant/benefit/index?${query}` })
}
