import type { FormField } from './widget-form'

/** Fields that several kinds of steps have. */
export const say: FormField = { key: 'say', kind: 'long', label: 'Say', variables: true, hint: 'Spoken to the caller.' }
export const play: FormField = {
  key: 'play',
  kind: 'text',
  label: 'Or play a sound',
  hint: 'The address of a sound file. Used when nothing is said.',
  placeholder: 'https://',
}
export const voice: FormField = {
  key: 'voice',
  kind: 'text',
  label: 'Voice',
  hint: 'Empty: the usual voice.',
  placeholder: 'Polly.Joanna',
}
export const language: FormField = { key: 'language', kind: 'text', label: 'Language', placeholder: 'en-US' }
export const loop: FormField = { key: 'loop', kind: 'number', label: 'Times', hint: '0: again and again.' }
export const body: FormField = { key: 'body', kind: 'long', label: 'Text', variables: true }
export const to: FormField = {
  key: 'to',
  kind: 'text',
  label: 'To',
  variables: true,
  hint: 'Empty: whoever calls or texts.',
}
export const from: FormField = {
  key: 'from',
  kind: 'text',
  label: 'From',
  variables: true,
  hint: 'Empty: the number they reached.',
}
export const picture: FormField = {
  key: 'media_url',
  kind: 'text',
  label: 'Picture',
  placeholder: 'https://',
  variables: true,
}
export const person: FormField = {
  key: 'phone_number',
  kind: 'text',
  label: 'Phone number',
  variables: true,
  hint: 'Empty: whoever calls or texts.',
}
export const parameters: FormField = { key: 'parameters', kind: 'rows', label: 'Parameters', add: 'Add a parameter' }
export const messageOutputs = ['outbound.Sid', 'outbound.Status', 'outbound.Body']
