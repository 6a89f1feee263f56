/** Where Twilio's debugger speaks of an error among the warnings of its neighbours. */
const errors: ReadonlySet<number> = new Set([
  13_201, 13_231, 13_238, 13_239, 13_240, 13_325, 13_338, 13_420, 13_801, 14_107, 14_201, 14_202, 14_204, 14_205,
  14_206, 14_210, 14_212, 14_213, 15_004, 16_000, 16_002, 16_003, 16_011, 16_020, 16_022, 16_023, 16_024, 16_025,
  16_026, 16_028, 21_218, 32_650,
])

/** Whether Twilio counts a code as an error or as a warning: https://www.twilio.com/docs/api/errors */
export function levelOf(code: number): 'error' | 'warning' {
  const isOfFetching = code < 13_000 && code !== 12_200
  return isOfFetching || errors.has(code) ? 'error' : 'warning'
}
