import { formatCount } from './format'

/** The words of a member's own benefits. */
export const zhOwnBenefits = {
  title: '我的权益',
  ofLevel: (tier: string) => `${tier}权益`,
  count: (n: number) => `${formatCount(n)} 项`,
  opensLevels: (tier: string) => `${tier}的权益，查看全部等级`,
  holds: '等级权益',
  usable: '现在可用',
  coming: '即将发放',
  past: '已用和已过期',
  nothingUsable: '现在没有可用的券。',
  /** Free shipping says so itself. */
  kinds: { cashOff: '现金券', percentOff: '生日月折扣', exchange: '兑换券' },
  grantedOn: (day: string) => `${day}发放`,
  validUntil: (day: string) => `有效期至${day}`,
  endsToday: '今天到期',
  daysLeft: (n: number) => `还剩 ${formatCount(n)} 天`,
  today: '今天',
  used: (day: string) => `${day}使用`,
  expired: (day: string) => `${day}到期`,
  lastGiven: (day: string) => `上次发放：${day}`,
  tellBirthday: '请先在“我的”填写生日，到了生日月才会发放。',
  paidOnly: '付费专享',
  off: '会员等级暂未开放',
  offHint: '已经发放的券可以照常使用。',
  empty: '这个等级还没有权益',
  emptyHint: '有了新的权益，或升级以后，会显示在这里。',
  toHome: '看看怎么升级',
}
