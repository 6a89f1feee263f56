/** For reading: North American numbers in their usual groups, others as they are. Copying stays E.164. */
export const formatPhoneNumber = (phoneNumber: string): string => {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber)
  return match ? `+1 ${match[1]} ${match[2]} ${match[3]}` : phoneNumber
}
