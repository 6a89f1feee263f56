/** Characters Twilio takes in one message: https://www.twilio.com/docs/messaging/api/message-resource. */
export const longestText = 1600
