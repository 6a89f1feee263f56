/** Time zones of the states of the USA and the provinces of Canada. A state cut by a line has both. */
export const regionTimeZones: Record<string, readonly string[]> = {
  ...many('America/New_York', 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'),
  ...many('America/Chicago', 'AL AR IA IL LA MN MO MS OK WI'),
  ...many('America/Denver', 'CO MT NM UT WY'),
  ...many('America/Los_Angeles', 'CA WA'),
  'US-AK': ['America/Anchorage', 'America/Adak'],
  'US-AZ': ['America/Phoenix', 'America/Denver'],
  'US-FL': ['America/New_York', 'America/Chicago'],
  'US-HI': ['Pacific/Honolulu'],
  'US-ID': ['America/Boise', 'America/Los_Angeles'],
  'US-IN': ['America/New_York', 'America/Chicago'],
  'US-KS': ['America/Chicago', 'America/Denver'],
  'US-KY': ['America/New_York', 'America/Chicago'],
  'US-MI': ['America/Detroit', 'America/Chicago'],
  'US-ND': ['America/Chicago', 'America/Denver'],
  'US-NE': ['America/Chicago', 'America/Denver'],
  'US-NV': ['America/Los_Angeles', 'America/Denver'],
  'US-OR': ['America/Los_Angeles', 'America/Boise'],
  'US-SD': ['America/Chicago', 'America/Denver'],
  'US-TN': ['America/Chicago', 'America/New_York'],
  'US-TX': ['America/Chicago', 'America/Denver'],
  'CA-AB': ['America/Edmonton'],
  'CA-BC': ['America/Vancouver', 'America/Edmonton', 'America/Fort_Nelson'],
  'CA-MB': ['America/Winnipeg'],
  'CA-NB': ['America/Moncton'],
  'CA-NL': ['America/St_Johns', 'America/Goose_Bay'],
  'CA-NS': ['America/Halifax'],
  'CA-NT': ['America/Edmonton'],
  'CA-NU': ['America/Iqaluit', 'America/Rankin_Inlet', 'America/Edmonton'],
  'CA-ON': ['America/Toronto', 'America/Winnipeg'],
  'CA-PE': ['America/Halifax'],
  'CA-QC': ['America/Toronto', 'America/Halifax'],
  'CA-SK': ['America/Regina', 'America/Edmonton'],
  'CA-YT': ['America/Whitehorse', 'America/Edmonton', 'America/Rankin_Inlet', 'America/Iqaluit'],
}

/** Where nothing is known of a place in the USA: from one end to the other. */
export const unitedStatesTimeZones: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
]

function many(timeZone: string, states: string): Record<string, readonly string[]> {
  return Object.fromEntries(states.split(' ').map((state) => [`US-${state}`, [timeZone]]))
}
