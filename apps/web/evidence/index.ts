export { EvidenceList, EvidenceName } from './evidence-list.tsx';
export { evidenceOf, type Evidence } from './evidence.ts';
