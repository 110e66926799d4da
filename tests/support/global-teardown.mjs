import { closeTestServer } from './test-server.mjs';

export default async function tearDown() {
  await closeTestServer();
}
