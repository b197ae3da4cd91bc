import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { type Gateway, receive, senderOfSlack } from '@users-management/gateway';

type Message = SlackEventMiddlewareArgs<'message' | 'app_mention'> & AllMiddlewareArgs;

/** app.message(onlyAdmitted(gateway), answer) and app.event('app_mention', …) answer whoever may talk, and nobody else. */
export function onlyAdmitted(gateway: Gateway) {
  return async ({ body, client, say, next }: Message) => {
    const user = senderOfSlack(body)?.sender.externalId?.split(':')[1];
    const info = user ? await client.users.info({ user }) : undefined;
    const { allowed, isDecided, isLinked, reason } = await receive(gateway, senderOfSlack(body, info));
    if (!isDecided) throw new Error(reason);
    if (allowed && isLinked) await say('Welcome!');
    else if (allowed) await next();
  };
}
