import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { topicOfEvent, type LiveEvent, type LiveEventType, type LiveTopic } from '@/shared/schemas/live-event'
import { syncBrowser } from './sync/sync-browser'
import { disconnectedState, type SyncClientOptions, type TwilioSyncState } from './sync/sync-client'
import { createTwilioSyncStore } from './sync/twilio-sync-store'

export type { TwilioSyncState }

const store = createTwilioSyncStore(syncBrowser)

type TopicOf = typeof topicOfEvent

/** The events of a topic. */
export type EventOf<Topic extends LiveTopic> = Extract<
  LiveEvent,
  { type: { [Type in LiveEventType]: TopicOf[Type] extends Topic ? Type : never }[LiveEventType] }
>

export type TwilioEventsOptions = {
  /** `syncCursor` of the list that is shown: what happened after it was read comes, what it already holds does not. */
  since?: string | undefined
  /** Events were lost (a long absence): read again what is shown. */
  onReset?: () => void
}

/** Whether live events come in. All tabs of the browser share one connection, which mends itself. */
export function useTwilioSync(): TwilioSyncState {
  return useSyncExternalStore(store.watch, store.getState, getServerState)
}

/**
 * Calls `onEvent` for each live event of the topics (null: all), once and in order, for as long as the component lives. What the person's
 * role may not see does not come.
 */
export function useTwilioEvents(
  topics: readonly LiveTopic[] | null,
  onEvent: (event: LiveEvent) => void,
  options: TwilioEventsOptions = {},
): TwilioSyncState {
  const handleEvent = useEffectEvent(onEvent)
  const handleReset = useEffectEvent(() => options.onReset?.())
  const { since } = options
  const topicList = topics?.join(',') ?? null
  useEffect(() => {
    const wanted = topicList === null ? null : new Set(topicList.split(','))
    return store.subscribe({
      since,
      onEvent: (event) => {
        if (wanted === null || wanted.has(topicOfEvent[event.type])) handleEvent(event)
      },
      onReset: handleReset,
    })
  }, [topicList, since])
  return useTwilioSync()
}

/** @public For a host application's own components. */
export const useTwilioCallEvents = eventsHook('calls')
/** @public For a host application's own components. */
export const useTwilioMessageEvents = eventsHook('messages')
/** @public For a host application's own components. */
export const useTwilioConferenceEvents = eventsHook('conferences')
/** @public For a host application's own components. */
export const useTwilioCampaignEvents = eventsHook('campaigns')

/** For a host application: another address, who is signed in, and one-time tickets where cookies do not sign in. */
export function configureTwilioSync(changes: Partial<SyncClientOptions>) {
  store.configure(changes)
}

function eventsHook<Topic extends LiveTopic>(topic: Topic) {
  const isOurs = (event: LiveEvent): event is EventOf<Topic> => topicOfEvent[event.type] === topic
  return function useTopicEvents(onEvent: (event: EventOf<Topic>) => void, options: TwilioEventsOptions = {}) {
    return useTwilioEvents(
      [topic],
      (event) => {
        if (isOurs(event)) onEvent(event)
      },
      options,
    )
  }
}

function getServerState() {
  return disconnectedState
}
