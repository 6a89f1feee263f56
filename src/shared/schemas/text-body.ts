import { z } from 'zod'

/** Twilio's limit, in UTF-16 units: an emoji is two. https://www.twilio.com/docs/messaging/api/message-resource */
export const longestBody = 1_600

/** The words of a text. */
export const TextBody = z
  .string()
  .max(longestBody, 'A text can have 1,600 characters at most.')
  .refine((body) => body.length <= longestBody, 'A text can have 1,600 characters at most; an emoji counts as two.')
