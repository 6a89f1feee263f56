const labels: Record<string, string> = {
  'contact.name': 'Their name',
  'contact.first_name': 'Their first name',
  'contact.email': 'Their e-mail address',
  'contact.phone_number': 'Their number',
  'user.name': 'Your name',
  'user.first_name': 'Your first name',
  'firm.name': 'Name of the firm',
}

/** What a template asks for, in words: 'interview_time' is 'Interview time'. */
export function variableLabel(name: string) {
  const words = name.replaceAll(/[._-]+/g, ' ').trim()
  return labels[name] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
