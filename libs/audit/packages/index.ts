export { type Manifest, type PackageScope } from './contents.ts';
export { FAULT_TERMS, type FirstBad, type PackageFault } from './reading/findings.ts';
export { verifyPackage, type PackageVerdict } from './reading/verify-package.ts';
export { readBegun, type BegunPackage } from './writing/begun.ts';
export { anchorText, writeHistory } from './writing/history/index.ts';
export { NothingToPackage } from './writing/streams-in.ts';
export { type ReminderLine } from './writing/steps.ts';
export { writePackage, type PackageMaker, type PackageOrder } from './writing/write-package.ts';
