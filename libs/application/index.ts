export { Application, INSTALLATION, type ApplicationOptions } from './application.ts';
export { systemClock, stamp } from './clock.ts';
export { commandIdOf, hashOf, randomCommandId } from './command-id.ts';
export { type Jurisdiction } from './handle-command.ts';
export { envelopeOf, envelopesIn, recordedOf, shapes, streamOf, type RecordedEnvelope } from './history.ts';
export { ERASED, revealPersons, sealPersons, withoutPersons } from './personal-details.ts';
export * from './ports.ts';
export { assessForm, screenForm } from './judgement.ts';
export { ERASED_CHANNEL, openPersonKeys, preparePersonKeys, readMasterKey } from './person-keys.ts';
export { Register, type KnownCampaign } from './register.ts';
export {
  type HistoryItem,
  type LastYear,
  type Moment,
  type PublishedTarget,
  type TargetReading,
} from './replay.ts';
export * from './request.ts';
export { type ClassifiedInput, type DraftInput, type TargetCommandInput } from './target-commands.ts';
export { type TrialPlace } from './trial.ts';
export { actorOf } from './target-context.ts';
