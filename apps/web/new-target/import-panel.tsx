import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { makeDrafts, readFile, sentenceOf, type DraftOutcome, type FilePreview } from '../api/index.ts';
import { DropZone } from './drop-zone.tsx';
import { ReadForms } from './read-forms.tsx';
import './import-panel.css';

/** What was read, what of it is chosen, and what became of that. */
interface Reading {
  file: FilePreview;
  name: string;
  chosen: ReadonlySet<string>;
  outcomes: ReadonlyMap<string, DraftOutcome>;
}

/** 从已有的表导入: a file or a pasted table is read and shown; only what is chosen becomes drafts. */
export function ImportPanel({ campaign }: { campaign: string | undefined }) {
  const navigate = useNavigate();
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setPending(false);
  };
  const take = (file: Blob, name: string): Promise<void> =>
    attempt(async () => {
      setReading(null);
      const read = await readFile(file, name.slice(-300));
      const usable = read.items.flatMap(({ key, unit, form }) => (unit && form ? [key] : []));
      setReading({ file: read, name, chosen: new Set(usable), outcomes: new Map() });
    });
  const make = (now: Reading): Promise<void> =>
    attempt(async () => {
      if (campaign === undefined) return;
      const items = now.file.items.filter(({ key }) => now.chosen.has(key));
      const outcomes = await makeDrafts(campaign, items);
      const [only] = outcomes;
      if (now.file.items.length === 1 && only?.outcome === 'done')
        return void navigate(`/targets/${only.id}/edit`);
      const byKey = outcomes.map((outcome, at): [string, DraftOutcome] => [items[at]?.key ?? '', outcome]);
      setReading({ ...now, chosen: new Set(), outcomes: new Map([...now.outcomes, ...byKey]) });
    });
  return (
    <section
      className="panel import-panel"
      aria-label="从已有的表导入"
      onPaste={(event) => void takePasted(event, take)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void takeDropped(event, take)}
    >
      <h2>从已有的表导入</h2>
      <DropZone isPending={isPending} onFile={(file) => void take(file, file.name)} />
      {problem !== null && <Problem text={problem} />}
      {reading && (
        <>
          <ReadForms {...reading} onChoose={(chosen) => setReading({ ...reading, chosen })} />
          <Button
            type="primary"
            disabled={reading.chosen.size === 0}
            loading={isPending}
            onClick={() => void make(reading)}
          >
            建立 {reading.chosen.size} 份草稿
          </Button>
        </>
      )}
    </section>
  );
}

/** Brought into view: a file may be dropped while only the top of the panel shows. */
function Problem({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <div ref={place}>
      <Alert type="error" title={text} />
    </div>
  );
}

type Take = (file: Blob, name: string) => Promise<void>;

/** A file from the clipboard, a table out of Word or WPS, or the cells of a sheet. */
function takePasted(event: ClipboardEvent, take: Take): Promise<void> | undefined {
  const { files } = event.clipboardData;
  const [file] = files;
  const html = event.clipboardData.getData('text/html');
  const text = event.clipboardData.getData('text/plain');
  if (!file && html === '' && text.trim() === '') return undefined;
  event.preventDefault();
  if (html !== '') return take(new Blob([`<!doctype html>\n${html}`]), '粘贴的表格');
  return file ? take(file, file.name) : take(new Blob([text]), '粘贴的表格');
}

function takeDropped(event: DragEvent, take: Take): Promise<void> | undefined {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  return file && take(file, file.name);
}
