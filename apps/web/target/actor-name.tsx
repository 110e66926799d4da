import { Link } from 'react-router';
import { useSession } from '../app/session.tsx';

/** Whoever acted; to those who may look, the way to everything else that they approved. */
export function ActorName({ user, name }: { user: string; name: string }) {
  const { me } = useSession();
  const mayLook = me.user === user || me.roles.includes('auditor') || me.roles.includes('leader');
  return mayLook ? <Link to={`/responsibility/${encodeURIComponent(user)}`}>{name}</Link> : name;
}
