import { useQuery } from '@/api/useQuery'

/** Whether the shop's journal is open to who looks: to managers and the owner. */
export function useMayReadJournal(): boolean {
  const role = useQuery('merchant', 'staff.me', {}).value?.role
  return role === 'owner' || role === 'manager'
}
