import { type DemoCampaign } from './campaigns.ts';
import { directionForm, overallForm, projectForm, unfinished } from './forms.ts';
import { ENDS, type End, type Subject } from './lives.ts';
import { departmentUser, type DemoUnit } from './people.ts';

/** A target of the demo, and how far it has come. */
export interface Planned {
  subject: Subject;
  end: End;
}

/** So that every demo account finds work waiting; the other units take every state in turn. */
const WORK: Readonly<Record<string, readonly End[]>> = {
  '301': ['stage-3', 'approved', 'disclosed'],
  '301001': ['draft', 'returned', 'presented'],
  '301002': ['stage-1', 'stage-2', 'granted'],
  '301003': ['stage-2', 'stage-1', 'self-evaluated'],
};

/** The targets of a campaign: last year one a unit, this year two and more, with overall forms and directions. */
export function subjectsOf(campaign: DemoCampaign, units: readonly DemoUnit[]): Planned[] {
  let turn = 0;
  return units.flatMap((unit, index) =>
    formsOf(unit, index, campaign).map((subject, place): Planned => {
      const own = WORK[unit.code]?.[place];
      const end = campaign.isOver ? 'evaluated' : (own ?? ENDS[turn++ % (ENDS.length - 1)] ?? 'draft');
      return { subject: end === 'draft' ? { ...subject, form: unfinished(subject.form) } : subject, end };
    }),
  );
}

function formsOf(unit: DemoUnit, index: number, { year, isOver }: DemoCampaign): Subject[] {
  const { department } = unit;
  const people = { year, head: unit.head.name, clerk: unit.clerk.name };
  const section = department.section === 'agriculture' ? 'section' : 'section-3';
  const base = {
    unit,
    documentNumber: `望财绩〔${String(year)}〕${String(12 + index)}号`,
    short: index % 3 === 0,
  };
  const isDepartment = unit.code === department.code;
  const wanted = Object.hasOwn(WORK, unit.code) ? 3 : 2;
  const projects = department.projects.filter((_, place) =>
    isOver ? place === index % department.projects.length : place < wanted,
  );
  const subjects = projects.map((project, place): Subject => {
    const named = { ...project, name: `${unit.name.replace('望川县', '')}${project.name}` };
    const form = isDepartment && place === 1 ? directionForm(named, people) : projectForm(named, people);
    return {
      ...base,
      form,
      amount: String(project.total),
      reviewers: [departmentUser(department.code), section, 'performance'],
    };
  });
  if (!isDepartment || isOver) return subjects;
  const overall = {
    form: overallForm(department, people),
    amount: '680',
    reviewers: [section, 'performance'],
  };
  return [...subjects, { ...base, ...overall }];
}
