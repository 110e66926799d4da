import { systemClock } from '#application';
import { mailChannel, robotChannel, type Channel } from '#jobs';
import { type NoticeConfiguration } from '#platform/configuration';

/** The ways out of the house that the configuration names. */
export function channelsOf({ mail, robots }: NoticeConfiguration): Channel[] {
  return [
    ...(mail === undefined ? [] : [mailChannel(mail)]),
    ...robots.map((robot) => robotChannel(robot, systemClock)),
  ];
}
