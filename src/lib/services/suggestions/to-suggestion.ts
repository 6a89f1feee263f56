import { Intent, Sentiment, type Suggestion } from '@/shared/schemas/suggestion'

/** A row of message_suggestions, with the conversation its text is in. */
export type SuggestionRow = {
  messageId: string
  intent: string
  sentiment: string
  confidence: number
  draft: string
  source: 'local' | 'model'
  model: string | null
}

/** A suggestion as answers and live events show it. */
export function toSuggestion(row: SuggestionRow, conversationId: string): Suggestion {
  return {
    messageId: row.messageId,
    conversationId,
    intent: Intent.catch('other').parse(row.intent),
    sentiment: Sentiment.catch('neutral').parse(row.sentiment),
    // A real has seven digits: 0.85, not 0.8500000238418579.
    confidence: Math.round(row.confidence * 1_000) / 1_000,
    draft: row.draft,
    source: row.source,
    model: row.model,
  }
}
