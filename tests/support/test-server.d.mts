/** One PostgreSQL a run, in a folder of its own on a port of its own; resolves to its URL. */
export function openTestServer(): Promise<string>;
export function closeTestServer(): Promise<void>;
