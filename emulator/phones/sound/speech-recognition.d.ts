interface SpeechResults {
  results: ArrayLike<ArrayLike<{ transcript: string; confidence: number }>>
}

/** The part of the Web Speech API that this page uses; not every browser has it, some under their own name. */
interface SpeechListener {
  lang: string
  interimResults: boolean
  start: () => void
  stop: () => void
  abort: () => void
  addEventListener: ((type: 'result', heard: (event: SpeechResults) => void) => void) &
    ((type: 'error', failed: (event: { error: string }) => void) => void) &
    ((type: 'end', ended: () => void) => void)
}

// oxlint-disable-next-line no-var -- the only way to declare a global that may be absent
declare var SpeechRecognition: (new () => SpeechListener) | undefined
declare var webkitSpeechRecognition: (new () => SpeechListener) | undefined
