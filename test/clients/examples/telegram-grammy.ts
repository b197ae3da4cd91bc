import { type Gateway, receive, senderOfTelegram } from '@users-management/gateway';
import type { Context, NextFunction } from 'grammy';

/** bot.use(onlyAdmitted(gateway)) lets through to what comes after it whoever may talk, and answers nobody else. */
export function onlyAdmitted(gateway: Gateway) {
  return async (ctx: Context, next: NextFunction) => {
    const { allowed, isDecided, isLinked, reason } = await receive(gateway, senderOfTelegram(ctx.update));
    if (!isDecided) throw new Error(reason);
    if (allowed && isLinked) await ctx.reply('Welcome!');
    else if (allowed) await next();
  };
}
