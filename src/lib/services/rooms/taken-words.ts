/** What somebody hears who picks up, or presses 1, when another has the call already. */
export const takenWords = 'Somebody else has taken the call. Goodbye.'

/** What somebody hears who picks up when nobody wants a word with them any more. */
export const notNeededWords = 'You are no longer needed for this call. Goodbye.'
