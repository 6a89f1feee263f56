import { z } from 'zod'

/** Who hears it: machines on which we leave it, or callers of a number of ours whom nobody answers. */
export const GreetingListener = z.enum(['machines', 'callers'])
export type GreetingListener = z.infer<typeof GreetingListener>

/** What can be left on somebody's voicemail, or is the voicemail greeting of numbers of ours. */
export const Greeting = z.object({
  id: z.uuid(),
  heardBy: GreetingListener,
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
  heardBy: GreetingListener.default('machines'),
  file: z.file('Send one file in the field `file`.'),
})

export const ListGreetingsQuery = z.object({ heardBy: GreetingListener.default('machines') })

/** Absent: the person's newest greeting, else the firm's. */
export const DropVoicemailInput = z.strictObject({ greetingId: z.uuid().optional() })
