import { useQuery } from '@/api/useQuery'

/** Whether who looks is a manager or the owner: what is open to them alone is not shown to others. */
export function useIsManager(): boolean {
  const role = useQuery('merchant', 'staff.me', {}).value?.role
  return role === 'owner' || role === 'manager'
}
