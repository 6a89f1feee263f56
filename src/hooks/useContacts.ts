import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Contact, SaveContactInput } from '@/shared/schemas/contact'
import { createContact, listContacts, listContactTags, updateContact, type ContactFilter } from './api/contacts'
import { queryKeys } from './query-keys'

export function useContacts(filter: ContactFilter = {}, enabled = true) {
  return useInfiniteQuery({
    queryKey: queryKeys.contactList(filter),
    queryFn: ({ pageParam, signal }) =>
      listContacts({ ...filter, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: startOfList,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  })
}

/** The contact with this number, or null. */
export function useContactOf(phoneNumber: string | null) {
  return useQuery({
    queryKey: queryKeys.contactList({ phoneNumber: phoneNumber ?? '' }).concat('one'),
    queryFn: async ({ signal }): Promise<Contact | null> => {
      const page = await listContacts({ phoneNumber: phoneNumber ?? '', limit: 1 }, signal)
      return page.items.find((contact) => contact.phoneNumber === phoneNumber) ?? null
    },
    enabled: phoneNumber !== null,
  })
}

export function useContactTags() {
  return useQuery({ queryKey: queryKeys.contactTags, queryFn: ({ signal }) => listContactTags(signal) }).data ?? []
}

export function useSaveContact(existing: Contact | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: SaveContactInput) => (existing ? updateContact(existing.id, input) : createContact(input)),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.contacts }),
  })
}

const startOfList: string | null = null
