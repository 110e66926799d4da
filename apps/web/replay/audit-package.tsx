import { Alert, Button } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Role } from '#domain/directory';
import { orderPackage, packageAddress, readPackage, sentenceOf, type PackageProgress } from '../api/index.ts';
import { useSession } from '../app/session.tsx';

/** The same as the server decides. */
const MAY: readonly Role[] = ['auditor', 'performance'];
const ASK_AGAIN_MS = 1_500;

/** 审计包: orders the target's record, waits for it and says how it is checked without this system. */
export function AuditPackageOrder({ target }: { target: string }) {
  const { me } = useSession();
  const { data, error, isPending, mutate, reset } = useMutation({ mutationFn: () => orderPackage(target) });
  if (!me.roles.some((role) => MAY.includes(role))) return null;
  return (
    <section className="audit-package" aria-label="审计包">
      <h2>审计包</h2>
      {data ? (
        <Ordered id={data.id} onAgain={reset} />
      ) : (
        <Button size="small" loading={isPending} onClick={() => mutate()}>
          生成审计包
        </Button>
      )}
      {error && <Alert type="error" title={sentenceOf(error)} />}
    </section>
  );
}

function Ordered({ id, onAgain }: { id: string; onAgain: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['audit-package', id],
    queryFn: () => readPackage(id),
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : ASK_AGAIN_MS),
  });
  if (error) return <NotMade why={sentenceOf(error)} onAgain={onAgain} />;
  if (!data || isUnderWay(data)) return <p className="muted">正在生成……</p>;
  if (data.state === 'ready') return <Ready id={id} sha256={data.sha256 ?? ''} />;
  return <NotMade why={data.failure ?? '这个审计包已取消或过期。'} onAgain={onAgain} />;
}

const isUnderWay = ({ state }: PackageProgress): boolean => state === 'waiting' || state === 'running';

function NotMade({ why, onAgain }: { why: string; onAgain: () => void }) {
  return (
    <>
      <Alert type="error" title={why} />
      <Button size="small" onClick={onAgain}>
        重新生成
      </Button>
    </>
  );
}

function Ready({ id, sha256 }: { id: string; sha256: string }) {
  return (
    <>
      <a href={packageAddress(id)} download>
        下载审计包（zip）
      </a>
      <p className="small muted">
        内有全部步骤、申报表和签名根。离线核验：在装有本系统的机器上运行“mubiao verify
        文件名”，会说明记录是否完整，并指出第一处改动。
      </p>
      <p className="small muted">
        文件的 SHA-256：<code>{sha256}</code>
      </p>
    </>
  );
}
