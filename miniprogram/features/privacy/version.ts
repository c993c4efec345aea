/** Which privacy terms the app shows and joining agrees to. A changed text in i18n is a new version. */
export const PRIVACY_VERSION = '2026-11-22'
