/** What a screen reader is told about a View; WeChat and a browser spell the same things differently. */
export function spoken({ role, label }: { readonly role?: 'button'; readonly label?: string }): object {
  if (process.env.TARO_ENV === 'h5') return { role, 'aria-label': label }
  return { ...(role && { ariaRole: role }), ...(label !== undefined && { ariaLabel: label }) }
}
