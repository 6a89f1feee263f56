const callbacks = ['statusCallback', 'statusCallbackEvent', 'statusCallbackMethod']
const detection = [
  'machineDetection',
  'machineDetectionTimeout',
  'machineDetectionSpeechThreshold',
  'machineDetectionSpeechEndThreshold',
  'machineDetectionSilenceTimeout',
  'amdStatusCallback',
  'amdStatusCallbackMethod',
]
const recording = ['recordingStatusCallback', 'recordingStatusCallbackMethod', 'recordingStatusCallbackEvent']

/** What the elements inside a verb understand; an element that is not here may have any. */
export const nounAttributes: Record<string, readonly string[]> = {
  Say: ['voice', 'language', 'loop'],
  Play: ['loop', 'digits'],
  Pause: ['length'],
  Number: ['url', 'method', 'sendDigits', 'byoc', ...callbacks, ...detection],
  Client: ['url', 'method', ...callbacks],
  Sip: ['url', 'method', 'username', 'password', ...callbacks, ...detection],
  Application: ['url', 'method', 'customerId', 'copyParentTo', ...callbacks],
  Queue: ['url', 'method', 'reservationSid', 'postWorkActivitySid'],
  Conference: [
    'muted',
    'beep',
    'startConferenceOnEnter',
    'endConferenceOnExit',
    'participantLabel',
    'jitterBufferSize',
    'waitUrl',
    'waitMethod',
    'maxParticipants',
    'record',
    'region',
    'trim',
    'coach',
    'recordingConfigurationId',
    'eventCallbackUrl',
    ...callbacks,
    ...recording,
  ],
  Recording: ['channels', 'track', 'trim', 'recordingConfigurationId', ...recording],
}
