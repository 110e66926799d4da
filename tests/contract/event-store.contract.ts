import type { EventStore } from '#event-store';
import { appendContract } from './append.contract.ts';
import { concurrencyContract } from './concurrency.contract.ts';
import { readContract } from './read.contract.ts';
import type { StoreUnderTest } from './store-under-test.ts';
import { subscriptionContract } from './subscription.contract.ts';

/** What every store behind the port must do. A new adapter is held to it by one spec of a few lines. */
export function eventStoreContract(title: string, start: () => Promise<StoreUnderTest>): void {
  describe(title, () => {
    let log: StoreUnderTest;
    let store: EventStore;
    beforeAll(async () => {
      log = await start();
      store = await log.open();
    });
    afterAll(async () => {
      await store.close();
      await log.close();
    });
    describe('append', () => appendContract(() => store));
    describe('read', () => readContract(() => store));
    describe('subscription', () =>
      subscriptionContract(
        () => store,
        () => log,
      ));
    describe('concurrency', () =>
      concurrencyContract(
        () => store,
        () => log,
      ));
  });
}
