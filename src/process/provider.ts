import type { AppOptions } from '../app.ts';
import type { Config } from '../config.ts';
import { createIdentityProvider } from '../domain/identity-provider.ts';
import { type Discovery, UnfitProviderError } from '../domain/provider-discovery.ts';
import type { Log } from '../observe/log.ts';
import type { Lifetime } from './lifetime.ts';

const PAUSE_MS = 30_000;

/** Throws UnfitProviderError if the provider answers, and contradicts the settings. One that is away may well fit. */
export async function refuseUnfit(discovery: Discovery): Promise<void> {
  await discovery.find().catch((error) => {
    if (error instanceof UnfitProviderError) throw error;
  });
}

/**
 * Asks the provider, and goes on in the background while it is away: a restart during its outage must not take access keys and
 * gateways with it. Here one that no longer fits is only told, since the service was running with it.
 */
export async function lookForProvider(discovery: Discovery, log: Log, lifetime: Lifetime): Promise<void> {
  let told: string | undefined;
  const look = async () => {
    try {
      await discovery.find();
      clearInterval(timer);
      if (told !== undefined) log.info('the identity provider answers');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== told)
        log.warn({ reason }, 'no sign-in with the company account until the identity provider answers');
      told = reason;
    }
  };
  const timer = setInterval(look, PAUSE_MS).unref();
  lifetime.onEnd(() => clearInterval(timer));
  await look();
}

export type SignInOptions = Pick<AppOptions, 'identityProvider' | 'pageSignIn' | 'signInOrigins'>;

/** What of the service has to do with the provider. A setting comes before what the provider tells. */
export function signInOptions(
  { identityProvider, pageSignIn }: Pick<Config, 'identityProvider' | 'pageSignIn'>,
  discovery: Discovery | null,
): SignInOptions {
  if (!identityProvider || !discovery) return {};
  const { jwksUrl, ...settings } = identityProvider;
  const findKeys = async () => (await discovery.find()).jwksUrl;
  return {
    identityProvider: createIdentityProvider({ ...settings, jwksUrl: jwksUrl ?? findKeys }),
    pageSignIn,
    signInOrigins: () => discovery.known()?.origins ?? [],
  };
}
