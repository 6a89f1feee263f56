import { elementsOf } from '../parse-twiml.ts'
import type { Element } from '../parse-twiml.ts'
import { complain } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

/** The named one, or the last that runs on this call. */
function stopTranscription(run: Run, name: string | undefined): void {
  const { liveTranscriptions } = run.world.account
  const found = [...liveTranscriptions.values()].findLast(
    (each) =>
      each.callSid === run.leg.call.sid && each.status === 'in-progress' && (name === undefined || each.name === name),
  )
  if (found === undefined) complain(run, 12_200, `Stop: there is no such transcription: ${name ?? ''}`)
  else found.stop()
}

async function run(run: Run, element: Element): Promise<Outcome> {
  for (const noun of elementsOf(element)) {
    if (noun.name === 'Transcription') stopTranscription(run, noun.attributes['name'])
    else if (noun.name === 'Stream' || noun.name === 'Siprec') {
      complain(run, 12_200, `Stop: the emulator has no ${noun.name}; it was skipped`)
    }
  }
  return 'next'
}

/** Ends what Start began, but for a recording, which REST stops: https://www.twilio.com/docs/voice/twiml/stop */
export const stop: Verb = { attributes: [], nouns: ['Transcription', 'Stream', 'Siprec'], run }
