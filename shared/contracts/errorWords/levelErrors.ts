import type { Words } from '@shared/kernel/words'

/** Levels and the rules of the shop. */
export const LEVEL_ERRORS = {
  SETTINGS_CHANGED: {
    zh: '您打开之后，这项设置又有人保存过（现在是第 {version} 版），所以这次没有保存。请载入最新设置，看过后再改。',
    en: 'Somebody saved these settings after you opened them (version {version} now), so yours were not saved. Load the latest, look at them, and make your change again.',
  },
  IMPOSSIBLE_SETTINGS: {
    zh: '这些设置不能一起使用：{why}。请改正后再保存。',
    en: 'These settings do not go together: {why}. Correct them and save again.',
  },
  ASSISTANT_UNAVAILABLE: {
    zh: '有付费或双重类型的等级时，助手无法给出建议。请把所有等级改为普通类型后重试。',
    en: 'The assistant cannot propose levels while one is paid or dual. Make every level basic and try again.',
  },
  AVERAGE_ORDER_MISSING: {
    zh: '近 12 个月没有可用的客单价。请填写客单价（至少 1 元）后重试。',
    en: 'The last 12 months give no average order to go by. Enter one of ¥1 or more and try again.',
  },
  LEVELS_OFF: {
    zh: '会员等级已停用，这次没有改动。请先在等级设置里启用。',
    en: 'The levels are switched off, so nothing was changed. Switch them on in the settings of levels first.',
  },
  LEVEL_NOT_FOUND: {
    zh: '找不到这个等级，可能刚被删除。请刷新后重新选择。',
    en: 'This level cannot be found; it may just have been removed. Refresh and choose again.',
  },
  DAY_PASSED: {
    zh: '{day} 已经过去。请选择今天或以后的日期。',
    en: '{day} is over. Choose today or a later day.',
  },
  NO_LEVEL_GIVEN: {
    zh: '这位会员没有商家给予的等级，无需收回。请刷新页面。',
    en: 'This member has no level given by the store, so there is nothing to take back. Refresh the page.',
  },
} as const satisfies Record<string, Words>
