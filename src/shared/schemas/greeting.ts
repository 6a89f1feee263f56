import { z } from 'zod'

/** What can be left on somebody's voicemail. */
export const Greeting = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What is spoken; null: it is a sound. */
  words: z.string().nullable(),
  /** Only the person who made it sees and leaves it; else everybody does. */
  mine: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Greeting = z.infer<typeof Greeting>

const name = z.string().trim().min(1, 'Give it a name.').max(80)

export const SaveGreetingInput = z.strictObject({
  name,
  words: z.string().trim().min(1, 'Write what is to be said.').max(1000),
  mine: z.boolean().default(true),
})
export type SaveGreetingInput = z.infer<typeof SaveGreetingInput>

/** A form with the sound: MP3 or WAV. */
export const UploadGreetingInput = z.object({
  name,
  mine: z.stringbool().default(true),
  file: z.file('Send one file in the field `file`.'),
})

/** Absent: the person's newest greeting, else the firm's. */
export const DropVoicemailInput = z.strictObject({ greetingId: z.uuid().optional() })
