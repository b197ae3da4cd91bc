import { rm } from 'node:fs/promises';

export default async function tearDown(): Promise<void> {
  const { database, directory } = Reflect.get(globalThis, 'embedded');
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}
