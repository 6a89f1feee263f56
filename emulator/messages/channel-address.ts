const prefix = 'whatsapp:'

export function isWhatsApp(address: string): boolean {
  return address.startsWith(prefix)
}

/** The phone number within: `whatsapp:+1415…` is the handset `+1415…`. */
export function bareAddress(address: string): string {
  return isWhatsApp(address) ? address.slice(prefix.length) : address
}

/** A number on the same channel as another address. */
export function onChannelOf(address: string, phoneNumber: string): string {
  return isWhatsApp(address) ? prefix + phoneNumber : phoneNumber
}
