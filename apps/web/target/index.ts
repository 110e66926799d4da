export { ActorName } from './actor-name.tsx';
export {
  annotationsIn,
  lastAnnotations,
  lastReturn,
  saidOnReturn,
  type Annotation,
  type LastReturn,
} from './annotations.ts';
export { FindingList } from './finding-list.tsx';
export { Result } from './result.tsx';
export { SignatureSheet } from './signature-sheet.tsx';
export { TargetHead } from './target-head.tsx';
export { TargetPage } from './target-page.tsx';
export { personOf, titleOf } from './timeline.tsx';
export { useTarget, useTargetChanged } from './use-target.ts';
export { Wordings } from './wordings.tsx';
