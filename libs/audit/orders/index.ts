export { orderAtClose } from './close-orders.ts';
export { chunksOf } from './package-chunks.ts';
export {
  PACKAGE_STREAMS,
  readPackage,
  recordAccess,
  recordPackageFact,
  streamOfPackage,
  type PackageFact,
  type RecordedPackage,
} from './package-stream.ts';
export { cancel, enqueue, lease, progressOf } from './package-table.ts';
export { PackageWorker, type PackageWorkerOptions } from './package-worker.ts';
