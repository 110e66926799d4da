export {
  PACKAGE_STREAMS,
  readPackage,
  recordAccess,
  recordPackageFact,
  streamOfPackage,
  type PackageFact,
  type RecordedPackage,
} from './package-stream.ts';
