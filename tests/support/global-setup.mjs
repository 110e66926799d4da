import { openTestServer } from './test-server.mjs';

export default async function setUp() {
  process.env.MUBIAO_TEST_DATABASE_URL = await openTestServer();
}
