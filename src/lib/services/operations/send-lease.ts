/** An attempt without an end for this long is taken for unknown: no request, with all its tries, lasts so long. */
export const sendLeaseMilliseconds = 120_000

/** After this long an attempt that Twilio's own list does not have never reached it. */
export const giveUpMilliseconds = 15 * 60_000

/** A retry that has not ended for this long belongs to a process that died; somebody else may go on with it. */
export const retryMilliseconds = 120_000
