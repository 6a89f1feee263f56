import { isSip, parseSip } from '../../account/address.ts'
import { hear } from '../../calls/progress.ts'
import { nextAfter } from '../dial-action.ts'
import { elementsOf, textOf } from '../parse-twiml.ts'
import type { Element } from '../parse-twiml.ts'
import { complain } from '../verb.ts'
import type { Outcome, Run, Verb } from '../verb.ts'

async function run(run: Run, element: Element): Promise<Outcome> {
  const { leg } = run
  const other = leg.call.direction === 'inbound' ? leg.call.from : leg.call.to
  if (!isSip(other)) {
    complain(run, 13_801, 'Refer: not allowed on a leg that is not SIP')
    return nextAfter(run, element, { ReferCallStatus: 'failed' })
  }
  const noun = elementsOf(element).find((each) => each.name === 'Sip')
  const target = noun === undefined ? null : parseSip(textOf(noun))
  if (target === null) {
    complain(run, 13_243, 'Refer: invalid SIP URI')
    return nextAfter(run, element, { ReferCallStatus: 'failed', ReferSipResponseCode: '400' })
  }
  hear(run.world, leg, { verb: 'refer', url: target })
  return nextAfter(run, element, {
    ReferCallStatus: 'completed',
    ReferSipResponseCode: '202',
    NotifySipResponseCode: '200',
  })
}

/** Sends a SIP party elsewhere, which it always takes: https://www.twilio.com/docs/voice/twiml/refer */
export const refer: Verb = { attributes: ['action', 'method'], nouns: ['Sip', 'ReferSip'], run }
