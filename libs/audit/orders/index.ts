export { orderAtClose } from './close-orders.ts';
export {
  PACKAGE_STREAMS,
  readPackage,
  recordAccess,
  recordPackageFact,
  streamOfPackage,
  type PackageFact,
  type RecordedPackage,
} from './package-stream.ts';
export {
  cancel,
  chunksOf,
  enqueue,
  lease,
  progressOf,
  type PackageProgress,
  type PackageState,
} from './package-table.ts';
export { PackageWorker, type PackageWorkerOptions } from './package-worker.ts';
