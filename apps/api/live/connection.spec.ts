import { type LiveEvent } from '#contracts';
import { LiveConnection } from './connection.ts';

const NEWS: LiveEvent = { type: 'tasks' };
const told = (count: number): { events: LiveEvent[]; upTo: null } => ({
  events: Array.from({ length: count }, () => NEWS),
  upTo: null,
});

describe('a browser that listens', () => {
  it('is dropped where it reads nothing of what it is told, before that fills the memory', () => {
    const connection = new LiveConnection('clerk', 'token');
    connection.open({ events: [], upTo: null });
    connection.tell(told(1_000));
    expect(connection.isOpen).toBe(true);
    for (let more = 0; more < 3; more += 1) connection.tell(told(1_000));
    expect(connection.isOpen).toBe(false);
    expect(connection.stream.readableLength).toBeLessThan(200_000);
  });

  it('is kept where it keeps up, however much it is told', async () => {
    const connection = new LiveConnection('clerk', 'token');
    connection.open({ events: [], upTo: null });
    let heard = 0;
    connection.stream
      .setEncoding('utf8')
      .on('data', (text: string) => (heard += text.split('data:').length - 1));
    for (let time = 0; time < 20; time += 1) {
      connection.tell(told(1_000));
      await new Promise(setImmediate);
    }
    expect([connection.isOpen, heard]).toEqual([true, 20_000]);
  });

  it('is dropped where too much happens before it is known what it missed', () => {
    const connection = new LiveConnection('clerk', 'token');
    for (let time = 0; time < 200; time += 1) connection.tell(told(1));
    expect(connection.isOpen).toBe(true);
    connection.tell(told(1));
    expect(connection.isOpen).toBe(false);
  });

  it('hears first what it missed, then what came meanwhile, and the id of the last of each', async () => {
    const connection = new LiveConnection('clerk', 'token');
    connection.tell({ events: [{ type: 'register' }], upTo: '8' });
    connection.open({ events: [{ type: 'open' }, NEWS], upTo: '7' });
    connection.end();
    const text = (await connection.stream.setEncoding('utf8').toArray()).join('');
    expect(text.split('\n\n')).toEqual([
      'data: {"type":"open"}',
      'data: {"type":"tasks"}\nid: 7',
      'data: {"type":"register"}\nid: 8',
      '',
    ]);
  });
});
