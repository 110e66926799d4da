export { deliverToFile, OutsideContradicted } from './outside-file.ts';
export { deliverToWebhook } from './outside-webhook.ts';
export { RootKeeper, type KeeperOptions } from './root-keeper.ts';
export { RootContradicted, signRoot, type SignerOptions } from './root-signer.ts';
export {
  keysUsed,
  lastOfSeals,
  lastRoot,
  rootIn,
  rootOfSize,
  sealOfText,
  SEALS,
  type RecordedSeal,
  type RootSigned,
  type SealsEvent,
  type SignedRoot,
  type SigningKeyIntroduced,
} from './seals-stream.ts';
export {
  isSigned,
  keyIdOf,
  readSigningKey,
  rotateSigningKey,
  signedText,
  signingKeyNamed,
  successionText,
  type KeyPlace,
  type SigningKey,
} from './signing-key.ts';
