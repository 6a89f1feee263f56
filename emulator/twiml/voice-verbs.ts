import type { Verb } from './verb.ts'
import { dialVerb } from './verbs/dial.ts'
import { enqueueVerb } from './verbs/enqueue.ts'
import { gather } from './verbs/gather.ts'
import { hangup } from './verbs/hangup.ts'
import { pause } from './verbs/pause.ts'
import { play } from './verbs/play.ts'
import { record } from './verbs/record.ts'
import { refer } from './verbs/refer.ts'
import { redirect } from './verbs/redirect.ts'
import { reject } from './verbs/reject.ts'
import { say } from './verbs/say.ts'
import { start } from './verbs/start.ts'
import { stop } from './verbs/stop.ts'

/** Every voice verb the emulator runs, by its name in TwiML. */
export const voiceVerbs: ReadonlyMap<string, Verb> = new Map([
  ['Say', say],
  ['Play', play],
  ['Pause', pause],
  ['Hangup', hangup],
  ['Reject', reject],
  ['Redirect', redirect],
  ['Gather', gather],
  ['Record', record],
  ['Dial', dialVerb],
  ['Enqueue', enqueueVerb],
  ['Refer', refer],
  ['Start', start],
  ['Stop', stop],
])
