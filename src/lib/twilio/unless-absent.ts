/** What is gone already need not be removed. */
export async function unlessAbsent(removing: Promise<boolean>): Promise<'deleted' | 'absent'> {
  try {
    await removing
    return 'deleted'
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 404) return 'absent'
    throw error
  }
}
