import { type CalendarPicture as Picture } from './calendar.ts';

/** Windows beside each other on a line of months; the days stand behind each name. */
export function CalendarPicture({ picture }: { picture: Picture | null }) {
  if (!picture) return <p className="muted">填好起止日期后，这里显示各个窗口的先后。</p>;
  return (
    <div className="calendar">
      {picture.bars.map(({ name, label, opens, closes, left, width }) => (
        <div key={name} className="calendar-row">
          <span className="calendar-label">{label}</span>
          <span className="calendar-line" aria-hidden>
            <i style={{ left: `${String(left)}%`, width: `max(${String(width)}%, 3px)` }} />
          </span>
          <span className="small muted calendar-days">
            {opens} 至 {closes}
          </span>
        </div>
      ))}
      <div className="calendar-row" aria-hidden>
        <span className="calendar-label" />
        <span className="calendar-months small muted">
          {picture.months.map(({ label, left }) => (
            <span key={`${label}${String(left)}`} style={{ left: `${String(left)}%` }}>
              {label}
            </span>
          ))}
        </span>
        <span className="calendar-days" />
      </div>
    </div>
  );
}
