import { type SealFault } from '#event-store';
import { HISTORY_TERMS } from '../../reading/index.ts';

/** Why a package is not what was handed out. */
export type PackageFault =
  | SealFault
  | 'missing' // an event or a file that the package speaks of is not in it
  | 'added' // an event or a file that the package does not speak of
  | 'root' // the event is not among those that the signed root covers
  | 'signature' // a root or a key is not signed as it should be
  | 'consistency' // an earlier signed root is not the beginning of this one
  | 'outside' // the copy of signed roots outside says otherwise
  | 'copy' // the copy outside does not hold by itself, or has no root: it proves nothing
  | 'file' // a file is not the one that the manifest names
  | 'container'; // the zip file's own bytes are not those that were signed

/** The first thing that is wrong. */
export interface FirstBad {
  why: PackageFault;
  /** The entry of the zip file, or the file itself. */
  file: string;
  stream?: string;
  revision?: number;
  id?: string;
}

export const FAULT_TERMS: Readonly<Record<PackageFault, string>> = {
  seal: '事件原文与封存值不符，已被改动',
  unreadable: '事件原文不是 JSON，已被改动',
  form: '事件原文不是规范格式，已被改动',
  gap: '前面缺少事件，或者顺序被调换',
  place: '事件属于另一个流或另一个版本',
  name: '事件的编号或类型与原文不符',
  chain: '与前一事件的封存值对不上，前一事件不是原来的',
  missing: '缺少应有的事件或文件',
  added: '多出了不应有的事件或文件',
  root: '事件不在签名根覆盖的日志之中，历史已被改写',
  signature: '签名根或公钥的签名不成立',
  consistency: '较早的签名根与本包的签名根不一致，历史已被改写',
  outside: '与外部保存的签名根不一致，历史已被改写',
  copy: HISTORY_TERMS.outside,
  file: '文件与清单不符，已被改动',
  container: '压缩包与其签名不符：已被改动、没有复制完整，或者不是审计包',
};
