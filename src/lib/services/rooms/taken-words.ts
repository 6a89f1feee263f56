/** What somebody hears who picks up, or presses 1, when another has the call already. */
export const takenWords = 'Somebody else has taken the call. Goodbye.'
