import type { Page } from 'playwright-core'

const SMALLEST_TEXT_PX = 12
const SMALLEST_TARGET_PX = 44

/** What a person would stumble over on the screen as it stands: contents wider than it, text too small, targets too small. */
export function findFlaws(page: Page): Promise<string[]> {
  return page.evaluate(lookForFlaws, { smallestText: SMALLEST_TEXT_PX, smallestTarget: SMALLEST_TARGET_PX })
}

/** Runs in the page. */
function lookForFlaws({
  smallestText,
  smallestTarget,
}: {
  smallestText: number
  smallestTarget: number
}): string[] {
  const flaws: string[] = []
  const width = document.documentElement.clientWidth
  const name = (element: Element): string =>
    `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}.${element.className} "${(element.textContent ?? '').slice(0, 30)}"`
  /** What a text has to stay within: the screen, or its own card among those to swipe through. */
  const bounds = (element: Element): { left: number; right: number } =>
    element.closest('taro-swiper-item-core')?.getBoundingClientRect() ?? { left: 0, right: width }
  const seen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || !seen(element)) continue
    const size = parseFloat(getComputedStyle(element).fontSize)
    if (size < smallestText) flaws.push(`text of ${size} px: ${name(element)}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right } = range.getBoundingClientRect()
    const within = bounds(element)
    if (right > left && (left < within.left - 1 || right > within.right + 1))
      flaws.push(`text runs off the screen: ${name(element)}`)
  }
  for (const element of Array.from(
    document.querySelectorAll('[role=button], button, .taro-tabbar__tabbar-item'),
  )) {
    if (!seen(element)) continue
    const { width: wide, height: high } = element.getBoundingClientRect()
    if (wide > 0 && (wide < smallestTarget || high < smallestTarget)) {
      flaws.push(`target of ${Math.round(wide)} × ${Math.round(high)} px: ${name(element)}`)
    }
  }
  return flaws
}
