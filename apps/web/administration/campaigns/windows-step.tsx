import { DayField } from '../../dates/index.ts';
import { type WindowName, type Windows } from '#domain/campaign';
import { windowNames, windowTerm } from '../../windows/index.ts';
import { CalendarPicture } from './calendar-picture.tsx';
import { pictureOf } from './calendar.ts';
import { withWindow, type StepProps } from './terms.ts';

const ENDS = ['opens', 'closes'] as const;
const END_TERMS = { opens: '开始', closes: '截止' } as const;

/** The calendar opens where the window's other end stands, else where the campaign begins. */
const nearTo = (name: WindowName, windows: Windows): string | undefined =>
  [windows[name], windows.submission]
    .flatMap((window) => [window?.opens, window?.closes])
    .find((day) => day !== undefined && day !== '');

/** Both days belong to the window; one that is left empty has no deadline. */
export function WindowsStep({ draft: { windows, chains }, onChange }: StepProps) {
  return (
    <div className="windows">
      <table className="window-days">
        <thead>
          <tr>
            <th scope="col">窗口</th>
            <th scope="col">开始（含当日）</th>
            <th scope="col">截止（含当日）</th>
          </tr>
        </thead>
        <tbody>
          {windowNames(chains).map((name) => (
            <tr key={name}>
              <th scope="row">{windowTerm(name, chains)}</th>
              {ENDS.map((end) => (
                <td key={end}>
                  <DayField
                    aria-label={`${windowTerm(name, chains)}${END_TERMS[end]}`}
                    value={windows[name]?.[end] ?? ''}
                    near={nearTo(name, windows)}
                    onChange={(day) => onChange({ windows: withWindow(windows, name, end, day) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <p className="muted small">除申报外，不填即不设期限。</p>
        <CalendarPicture picture={pictureOf(windows, chains)} />
      </div>
    </div>
  );
}
