/** Money of a single text: cents and, below a dollar, their parts: $0.0125, $1.20. */
export function formatPrice(amount: number, currency: string, locale?: string) {
  const maximumFractionDigits = Math.abs(amount) < 1 ? 4 : 2
  return amount.toLocaleString(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits,
  })
}
