import { useRouter } from '@tarojs/taro'

/** A value of the page's address. WeChat hands it over as it was written, a browser decoded. */
export function usePageParameter(name: string): string | undefined {
  const given = useRouter().params[name]
  if (given === undefined) return undefined
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}
