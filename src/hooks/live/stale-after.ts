import type { LiveEvent } from '@/shared/schemas/live-event'
import { queryKeys } from '../query-keys'

/** What an event makes old without saying what it became: these queries are asked again. */
export function staleAfter(event: LiveEvent): (readonly unknown[])[] {
  switch (event.type) {
    case 'call.queued':
    case 'call.ringing':
    case 'call.answered':
    case 'call.ended': {
      const { callSid, parentCallSid } = event.data.call
      const timelines = [callSid, parentCallSid].filter((sid) => sid !== null).map(queryKeys.callTimeline)
      return [queryKeys.overview, ...timelines]
    }
    case 'call_back.changed':
      return [queryKeys.callBacks]
    case 'call_retry.changed': {
      const { callSid, placedCallSid } = event.data.callRetry
      return [
        queryKeys.callRetries,
        ...[callSid, placedCallSid].filter((sid) => sid !== null).map(queryKeys.callTimeline),
      ]
    }
    case 'greeting.changed':
      return [queryKeys.greetings]
    case 'call_settings.changed':
      return [queryKeys.callSettings]
    case 'message.received':
    case 'message.created':
    case 'conversation.read':
      return [queryKeys.overview, queryKeys.conversationCounts]
    case 'message.deleted':
      return [queryKeys.overview]
    case 'conversation.changed':
    case 'conversation.note_added':
    case 'conversation.mentions_read':
      return [queryKeys.conversationCounts, queryKeys.mentions]
    case 'conversation.note_deleted':
      return [queryKeys.mentions]
    case 'conversation.presence_changed':
      return []
    case 'message.status_changed':
    case 'message.media_changed':
      return []
    case 'scheduled_message.changed':
      return [queryKeys.scheduledMessages]
    case 'permission_rules.changed':
    case 'consent.recorded':
      return [queryKeys.permission]
    case 'opt_out.recorded':
      return [queryKeys.conversations, queryKeys.timelines, queryKeys.permission, queryKeys.optOuts]
    case 'opt_out.suggested':
    case 'opt_out.suggestion_settled':
      return [queryKeys.optOutSuggestions]
    case 'keyword.changed':
    case 'keyword.answered':
      return [queryKeys.keywords]
    case 'ai_settings.changed':
      return [queryKeys.aiSettings]
    case 'suggestion.made':
      return [queryKeys.suggestion(event.data.suggestion.messageId)]
    case 'template.changed':
      return [queryKeys.templates]
    case 'contact.saved':
    case 'contact.deleted':
      return [queryKeys.contacts, queryKeys.conversations, queryKeys.calls]
    case 'flow.changed':
      return [queryKeys.flows]
    case 'number.changed':
      return [queryKeys.numbers]
    case 'recording_rules.changed':
      return [queryKeys.recordingRules]
    case 'recording.changed':
    case 'recording.deleted':
    case 'recording.completed': {
      const { callSid } = event.data
      return [queryKeys.recordings, ...(callSid === null ? [] : [queryKeys.callTimeline(callSid)])]
    }
    case 'operation.failed':
    case 'operation.settled':
      return [queryKeys.operations, queryKeys.overview]
    case 'recovery.recorded':
    case 'recovery.dismissed':
      return [queryKeys.recoveries, queryKeys.overview]
    case 'person.changed':
      return [queryKeys.people, queryKeys.me]
    case 'api_key.changed':
      return [queryKeys.apiKeys]
  }
}
