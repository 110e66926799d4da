/**
 * What a program tells the parent that forked it: once, how its start went. `port` is the one it listens on, `message`
 * a sentence for the user.
 */
export type ProgramMessage = { type: 'ready'; port?: number } | { type: 'failed'; message: string };

/** What the parent tells the program: close what is open, and end. */
export interface StopMessage {
  type: 'stop';
}

export const isStop = (message: unknown): message is StopMessage =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop';
