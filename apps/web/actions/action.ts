import { type ChangeReply, type TargetView } from '#contracts';
import { type TargetCommandType } from '#domain/target';
import { type Seen } from '../api/index.ts';

export interface ActionField {
  /** Its name in the request, where the server's message for it is shown. */
  name: string;
  label: string;
  as: 'text' | 'long' | 'amount' | 'day' | 'person' | 'people';
  /** Whom to choose from, of persons. */
  among?: 'reviewers' | 'colleagues';
  isOptional?: boolean;
  placeholder?: string;
}

/** What was entered: of several people their user ids, else a text. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;

/** What the bar at the bottom of a target offers for one command, by a dialog with these fields. */
export interface Action {
  command: TargetCommandType;
  label: string;
  /** What will happen, told before it does. */
  about: string;
  fields: readonly ActionField[];
  initial?: (target: TargetView, today: string) => Readonly<Record<string, string>>;
  isDangerous?: boolean;
  send: (target: Seen, entered: Entered) => Promise<ChangeReply>;
}

/** Empty where nothing was entered. */
export const text = (entered: Entered, name: string): string => {
  const value = entered[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** User ids. */
export const peopleIn = (entered: Entered, name: string): string[] => [entered[name] ?? []].flat();
