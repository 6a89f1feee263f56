export type ApiKey = { sid: string; friendlyName: string; secret: string; createdAt: number; updatedAt: number }
