const sentences: Record<string, string> = {
  'not-allowed': 'The microphone is not allowed here: allow it in the browser, or type.',
  'service-not-allowed': 'This browser does not allow understanding speech here: type instead.',
  'audio-capture': 'No microphone was found: type instead.',
  network: 'This browser understands speech only with the internet, which it does not reach: type instead.',
  'no-speech': 'Nothing was heard.',
  'language-not-supported': 'This browser does not understand this language: type instead.',
}

/** Why the browser stopped to listen, by the code of the Web Speech API; nothing if the person ended it. */
export const describeListeningError = (code: string): string | undefined =>
  code === 'aborted' ? undefined : (sentences[code] ?? `The browser could not listen (${code}): type instead.`)
