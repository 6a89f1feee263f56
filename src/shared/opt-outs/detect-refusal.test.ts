import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detectRefusal } from './detect-refusal'

const refusals = [
  'please stop texting me',
  'Please stop texting me.',
  'STOP PLEASE',
  'stop!!!',
  'just stop',
  'stop it',
  'Stop texting me!!',
  "I'm not interested please stop texting me",
  'not interested, stop',
  'Not interested. Please stop.',
  'can you stop messaging me',
  'quit texting this number',
  'Stop sending me these',
  'stop sending this',
  'stop contacting me please',
  'stop bothering me',
  'Please stop messaging',
  'stop the texts',
  'stop all the messages',
  'wrong number, remove me',
  'Wrong number',
  'Sorry, wrong number',
  'You have the wrong number',
  'I think you have the wrong person',
  'do not contact me again',
  "Don't text me",
  'Don’t text me anymore',
  'dont text me',
  'Do not ever message me again',
  'never contact me again',
  "don't call or text me",
  "Don't call me again",
  'No more texts please',
  "I don't want any more messages",
  "I don't want to receive these",
  'I no longer wish to be contacted',
  "I don't want to hear from you",
  'I do not want you to text me',
  'Remove me from your list',
  'remove my number from your database please',
  'Take me off your list',
  'please take me off this list!',
  'take me off',
  'Remove me',
  'delete my number',
  'unsubscribe me',
  'How do I unsubscribe?',
  'I want to unsubscribe from this',
  'opt out',
  'opt me out please',
  'I want to opt out of these messages',
  'leave me alone',
  'Lose my number',
  'how do i stop these messages',
  'I never signed up for this',
  'cease and desist',
  'fuck off',
  "I'm blocking this number",
  'No me escriban más',
  'Por favor dejen de mandar mensajes',
  'no más mensajes',
  'Número equivocado',
]

const others = [
  'stop by my office tomorrow',
  'I will stop by at 3',
  "please don't stop",
  "please don't stop texting me",
  "Don't stop sending me jobs!",
  'never stop texting me lol',
  'The bus stop is next to the office',
  'I can stop working there on Friday',
  'When can I start?',
  'I had to stop texting, my battery is low',
  'If you don’t contact me by Friday I will take the other offer',
  'they never text me back',
  'Why don’t you text me the address',
  "don't call me, text me instead",
  "Don't call me again today just text me",
  'Do not remove me from your list please',
  "I don't want to opt out",
  'I opted out of the dental plan, is that ok?',
  'can I opt out of the 401k match',
  'Take me off the 3pm slot please',
  'Remove me from the interview tomorrow, I will reschedule',
  'I am not interested in night shifts',
  'Sorry I gave you the wrong number, mine ends in 42',
  'I texted the wrong number earlier',
  'Text me the address',
  'No more interviews this week please',
  'I cannot stop thinking about the offer',
  'I do not want to miss this',
  'Thanks, see you then',
  'Yes please',
  "I won't unsubscribe, these are helpful",
  'I left you alone with the paperwork, sorry',
  'My stop is at 5th street',
  'end of the month works',
  'Can I cancel the interview?',
  '',
  '!!! ???',
]

test.each(refusals)('%j asks to be left alone', (body) => {
  expect(detectRefusal(body)).not.toBeNull()
})

test.each(others)('%j does not', (body) => {
  expect(detectRefusal(body)).toBeNull()
})

test('says which words say so', () => {
  expect(detectRefusal('Hi Ada, thanks. Please stop texting me at night')).toEqual({ phrase: 'stop texting me' })
})

test('is found whatever stands around it, in either case', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('please stop texting me', 'do not contact me again', 'wrong number', 'unsubscribe me'),
      fc.constantFrom('', 'Hello. ', 'Thank you! ', 'ok, '),
      fc.constantFrom('', '.', '!!!', '. Thanks', ', bye'),
      fc.boolean(),
      (phrase, before, after, loud) => {
        const body = `${before}${phrase}${after}`
        expect(detectRefusal(loud ? body.toUpperCase() : body)).not.toBeNull()
      },
    ),
  )
})

/** Any code units, halves of surrogate pairs among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes))

test('answers soon for any text, also one made to be slow', () => {
  // Processor time: a busy machine is slow, not wrong.
  const started = process.threadCpuUsage()
  fc.assert(fc.property(anyText, (body) => void detectRefusal(body)))
  for (const part of [
    'stop ',
    'please ',
    "don't ever ",
    'remove me from your ',
    ' ',
    'a'.repeat(9) + ' ',
    'how do i stop ',
  ]) {
    detectRefusal(part.repeat(2_000))
  }
  expect(process.threadCpuUsage(started).user / 1000).toBeLessThan(2_000)
})
