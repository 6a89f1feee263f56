import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { configureTwilioSync, useTwilioEvents } from '../useTwilioSync'
import { isOlderThan } from './is-older-than'
import { patchCaches } from './patch-caches'
import { recentEvents } from './recent'

/** Keeps everything the dashboard has read true, for who is signed in. Used once, by the shell. */
export function useLive(personId: string) {
  const client = useQueryClient()
  useEffect(() => configureTwilioSync({ identity: personId }), [personId])
  const sync = useTwilioEvents(
    null,
    (event) => {
      recentEvents.add(event)
      patchCaches(client, event)
    },
    {
      onReset: () => {
        recentEvents.clear()
        void client.invalidateQueries()
      },
    },
  )
  const { unbrokenSince } = sync
  useEffect(() => {
    if (unbrokenSince === null) return
    void client.invalidateQueries({ predicate: (query) => isOlderThan(unbrokenSince, query.state.data) })
  }, [client, unbrokenSince])
  return sync
}
