export * from './channel.ts';
export * from './deliver.ts';
export { channelStatus, type DeliveryKey } from './delivery-table.ts';
export { mailChannel, type MailPlace } from './mail.ts';
export { robotChannel, type RobotPlace } from './robots.ts';
