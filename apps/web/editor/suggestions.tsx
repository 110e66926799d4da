import { Button } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormKind } from '#form';
import { similarIndicators, type IndicatorItem } from '../api/index.ts';
import { spreadText } from '../words/index.ts';

interface SuggestionsProps {
  /** What the indicator is called so far. */
  name: string;
  kind: FormKind;
  onTake: (item: IndicatorItem) => void;
}

const SHORTEST_NAME = 2;
const MOST = 5;

/** Indicators of the library that are called alike, with the values that units set for them; one click takes one over. */
export function Suggestions({ name, kind, onTake }: SuggestionsProps) {
  const isAsked = name.trim().length >= SHORTEST_NAME;
  const { data, isSuccess } = useQuery({
    queryKey: ['indicators', 'like', kind, name.trim()],
    queryFn: () => similarIndicators(name.trim(), kind),
    enabled: isAsked,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const items = isAsked ? sameNameFirst(data?.items ?? [], name.trim()).slice(0, MOST) : [];
  return (
    <section aria-label="指标库中相近的指标">
      <h2>指标库中相近的指标</h2>
      {!isAsked && <p className="muted">填写三级指标的名称后，这里列出各单位相近的指标。</p>}
      {isAsked && isSuccess && items.length === 0 && <p className="muted">没有相近的指标。</p>}
      <ul className="side-remarks">
        {items.map((item) => (
          <Suggestion key={keyOf(item)} item={item} onTake={() => onTake(item)} />
        ))}
      </ul>
    </section>
  );
}

function Suggestion({ item, onTake }: { item: IndicatorItem; onTake: () => void }) {
  const { name, level2, unit, units, scoringRule } = item;
  return (
    <li className="suggestion">
      <div className="suggestion-head">
        <b>{name}</b>
        <Button
          size="small"
          aria-label={`采用“${name}”`}
          // A cell that is left under the pointer would bring its findings and push the button away from it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            leaveCell();
            onTake();
          }}
        >
          采用
        </Button>
      </div>
      <div className="small muted">
        {[level2, `${String(units)} 个单位使用`].filter(Boolean).join('，')}
        {valuesOf(item) !== '' && <div>指标值 {[valuesOf(item), unit].filter(Boolean).join(' ')}</div>}
        {scoringRule !== undefined && <div className="suggestion-rule">评分标准：{scoringRule}</div>}
      </div>
    </li>
  );
}

/** A cell writes what was typed when it is left; it must not come after what is taken. */
function leaveCell(): void {
  if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
}

const keyOf = ({ name, level1, level2, unit }: IndicatorItem): string =>
  [level1, level2, name, unit].join('/');

const sameNameFirst = (items: readonly IndicatorItem[], name: string): readonly IndicatorItem[] => [
  ...items.filter((item) => item.name === name),
  ...items.filter((item) => item.name !== name),
];

/** The spread of the figures, or else some values as written. */
const valuesOf = ({ spread, values }: IndicatorItem): string =>
  spread ? spreadText(spread) : values.slice(0, 2).join('、');
