import { ApiError, ConnectionError } from '@/hooks/api/api-error'

/** Any error as one sentence for a person. */
export function errorSentence(error: unknown): string {
  if (error instanceof ApiError || error instanceof ConnectionError) return error.message
  return 'The answer of the server was not what this page expects. Reload the page; if it stays, tell an administrator.'
}
