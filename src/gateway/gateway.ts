// All that the package offers.
export type { Admission, Approval, ApprovalPage, Check, Reason, Redemption, Replacement, User } from './answers.ts';
export { createGateway, type Gateway } from './create-gateway.ts';
export { GatewayError } from './gateway-error.ts';
export { codeIn } from './invitation-code.ts';
export type { Incoming } from './payload.ts';
export { type Received, receive } from './receive.ts';
export type { Channel, Profile, Sender } from './sender.ts';
export type { GatewaySettings } from './settings.ts';
export { senderOfSlack } from './slack.ts';
export { senderOfTelegram } from './telegram.ts';
export { sendersOfWhatsApp, type WhatsAppEvent } from './whatsapp.ts';
