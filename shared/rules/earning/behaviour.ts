/** What members do that earns points or growth. */
export type Behaviour = 'order' | 'checkin' | 'review' | 'share' | 'favourite'
