export type SubAccount = {
  sid: string
  authToken: string
  friendlyName: string
  status: 'active' | 'suspended' | 'closed'
  createdAt: number
  updatedAt: number
}
