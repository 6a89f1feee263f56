/** US dollars, approximate public list prices for the United States, wherever a number is. */
export const prices = {
  smsSegment: 0.0083,
  mmsOutbound: 0.022,
  mmsInbound: 0.0165,
  failedMessage: 0.001,
  whatsAppMessage: 0.005,
  callInboundLocalMinute: 0.0085,
  callInboundTollFreeMinute: 0.022,
  callOutboundMinute: 0.014,
  callClientMinute: 0.004,
  recordingMinute: 0.0025,
  numberLocalMonth: 1.15,
  numberTollFreeMonth: 2.15,
  lookupLineType: 0.008,
  lookupCallerName: 0.01,
} as const

/** As the 2010 API writes what was charged: five decimals, negative. */
export function chargeText(dollars: number): string {
  return `-${dollars.toFixed(5)}`
}
