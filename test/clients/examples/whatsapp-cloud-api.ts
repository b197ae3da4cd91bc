import { createHmac, timingSafeEqual } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Gateway, type Incoming, receive, sendersOfWhatsApp } from '@users-management/gateway';

type Meta = { appSecret: string; verifyToken: string };
type Answer = (message: Incoming, isLinked: boolean) => Promise<unknown>;

// What throws below is answered with 500, and Meta sends it again.
EventEmitter.captureRejections = true;

/** createWebhook(createGateway({ url, key, environmentId }), meta, answer).listen(8080) answers whoever may talk, and nobody else. */
export function createWebhook(gateway: Gateway, { appSecret, verifyToken }: Meta, answer: Answer) {
  return createServer(async (request, response) => {
    const query = new URLSearchParams(request.url?.split('?')[1]);
    if (query.get('hub.verify_token') === verifyToken) return response.end(query.get('hub.challenge'));
    const body = await buffer(request);
    const own = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
    const given = Buffer.from(String(request.headers['x-hub-signature-256']));
    if (given.length !== own.length || !timingSafeEqual(given, own)) return response.writeHead(401).end();
    for (const event of sendersOfWhatsApp(JSON.parse(String(body)))) {
      const { allowed, isDecided, isLinked, reason } = await receive(gateway, event);
      if (!isDecided) throw new Error(reason);
      if (allowed && event.kind === 'message') await answer(event, isLinked);
    }
    return response.end();
  });
}
