/** What a View tells a screen reader in WeChat. Taro's templates leave these out unless they are named. */
export const spokenAttributes = { View: { 'aria-role': '', 'aria-label': '' } }
