/** WeChat has no such question for scripts; there only the style sheets' media query holds. */
export function prefersReducedMotion(): boolean {
  return process.env.TARO_ENV === 'h5' && window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
