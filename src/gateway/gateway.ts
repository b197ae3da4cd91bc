// All that the package offers.
export type { Admission, Approval, ApprovalPage, Check, Reason, Redemption, Replacement, User } from './answers.ts';
export { createGateway, type Gateway } from './create-gateway.ts';
export { GatewayError } from './gateway-error.ts';
export type { Channel, Profile, Sender } from './sender.ts';
export type { GatewaySettings } from './settings.ts';
