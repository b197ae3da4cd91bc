import { afterAll, beforeAll } from '@jest/globals';
import { type Service, startService } from './service.ts';

/** The service for the tests of a file, there from its first `beforeAll` on. */
export function useService(...options: Parameters<typeof startService>): Service {
  let service: Service | undefined;
  beforeAll(async () => {
    service = await startService(...options);
  });
  afterAll(() => service?.close());
  return new Proxy({} as Service, {
    get(_, name) {
      if (!service) throw new Error('The service is there from the first beforeAll on.');
      return Reflect.get(service, name);
    },
  });
}
