import { type Parts } from './parts.ts';

/** Cards on a phone; each value then carries the name of its column. */
export function Indicators({ heads, rows }: Parts['indicators']) {
  if (rows.length === 0) return <p>没有填写指标。</p>;
  const title = Math.max(0, heads.indexOf('三级指标'));
  return (
    <table className="cards" aria-labelledby="indicators">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((value, column) =>
              column === title ? (
                <th key={column} scope="row">
                  {value}
                </th>
              ) : (
                <td key={column} data-label={heads[column]}>
                  {value}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
