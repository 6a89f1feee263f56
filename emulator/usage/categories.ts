type Category = { description: string; countUnit: string; usageUnit: string; parent: string | null }

function group(
  parent: string,
  description: string,
  [countUnit, usageUnit]: [string, string],
  children: Record<string, string>,
): [string, Category][] {
  return [
    [parent, { description, countUnit, usageUnit, parent: null }],
    ...Object.entries(children).map(([name, text]): [string, Category] => {
      const holder = Object.keys(children)
        .filter((other) => name.startsWith(`${other}-`))
        .toSorted((a, b) => b.length - a.length)[0]
      return [name, { description: text, countUnit, usageUnit, parent: holder ?? parent }]
    }),
  ]
}

/** The categories that the emulator fills, each within its parent; a parent counts what its children count. */
export const categories = new Map<string, Category>([
  ['totalprice', { description: 'Total Price', countUnit: '', usageUnit: 'usd', parent: null }],
  ...group('calls', 'Voice Minutes', ['calls', 'minutes'], {
    'calls-client': 'Client Minutes',
    'calls-inbound': 'Inbound Voice Minutes',
    'calls-inbound-local': 'Inbound Local Calls',
    'calls-inbound-tollfree': 'Inbound Toll Free Calls',
    'calls-outbound': 'Outbound Voice Minutes',
  }),
  ...group('sms', 'SMS', ['messages', 'segments'], {
    'sms-inbound': 'Inbound SMS',
    'sms-inbound-longcode': 'Inbound Long Code SMS',
    'sms-inbound-shortcode': 'Inbound Short Code SMS',
    'sms-inbound-tollfree': 'Inbound Toll Free SMS',
    'sms-outbound': 'Outbound SMS',
    'sms-outbound-longcode': 'Outbound Long Code SMS',
    'sms-outbound-shortcode': 'Outbound Short Code SMS',
    'sms-outbound-tollfree': 'Outbound Toll Free SMS',
  }),
  ...group('mms', 'MMS', ['messages', 'messages'], {
    'mms-inbound': 'Inbound MMS',
    'mms-inbound-longcode': 'Inbound Long Code MMS',
    'mms-inbound-shortcode': 'Inbound Short Code MMS',
    'mms-inbound-toll-free': 'Inbound Toll Free MMS',
    'mms-outbound': 'Outbound MMS',
    'mms-outbound-longcode': 'Outbound Long Code MMS',
    'mms-outbound-shortcode': 'Outbound Short Code MMS',
    'mms-outbound-tollfree': 'Outbound Toll Free MMS',
  }),
  ...group('channels-whatsapp', 'WhatsApp Messages', ['messages', 'messages'], {
    'channels-whatsapp-inbound': 'Inbound WhatsApp Messages',
    'channels-whatsapp-outbound': 'Outbound WhatsApp Messages',
  }),
  ...group('failed-message-processing-fee', 'Failed Message Processing Fee', ['messages', 'messages'], {}),
  ...group('recordings', 'Recordings', ['recordings', 'minutes'], { 'calls-recordings': 'Call Recordings' }),
  ...group('phonenumbers', 'Phone Numbers', ['numbers', 'numbers'], {
    'phonenumbers-local': 'Local Phone Numbers',
    'phonenumbers-tollfree': 'Toll Free Phone Numbers',
  }),
  ...group('lookups', 'Lookups', ['lookups', 'lookups'], {
    calleridlookups: 'Caller Name Lookups',
    'carrier-lookups': 'Line Type Lookups',
    'number-format-lookups': 'Number Format Lookups',
  }),
])

/** Whether what is counted in the narrower category also counts in the wider one. */
export function isWithin(narrow: string, wide: string): boolean {
  if (narrow === wide || wide === 'totalprice') return true
  const parent = categories.get(narrow)?.parent ?? null
  return parent !== null && isWithin(parent, wide)
}
