import { lazy, Suspense } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Nothing, Waiting } from '../states/index.ts';
import { Workbench } from '../workbench/index.ts';

const TargetList = lazy(async () => ({ default: (await import('../target-list/index.ts')).TargetListPage }));
const NewTarget = lazy(async () => ({ default: (await import('../new-target/index.ts')).NewTargetPage }));
const Target = lazy(async () => ({ default: (await import('../target/index.ts')).TargetPage }));
const Editor = lazy(async () => ({ default: (await import('../editor/index.ts')).EditorPage }));
const ReviewDesk = lazy(async () => ({ default: (await import('../review/index.ts')).ReviewDesk }));
const Replay = lazy(async () => ({ default: (await import('../replay/index.ts')).ReplayPage }));
const YearEnd = lazy(async () => ({ default: (await import('../year-end/index.ts')).YearEndPage }));
const Progress = lazy(async () => ({ default: (await import('../progress/index.ts')).ProgressPage }));
const DepartmentProgress = lazy(async () => ({
  default: (await import('../progress/index.ts')).DepartmentPage,
}));
const Library = lazy(async () => ({ default: (await import('../library/index.ts')).LibraryPage }));
const Inbox = lazy(async () => ({ default: (await import('../inbox/index.ts')).InboxPage }));
const Responsibility = lazy(async () => ({
  default: (await import('../responsibility/index.ts')).ResponsibilityPage,
}));
const Campaigns = lazy(async () => ({
  default: (await import('../administration/campaigns/campaigns-page.tsx')).CampaignsPage,
}));
const Offices = lazy(async () => ({
  default: (await import('../administration/offices/offices-page.tsx')).OfficesPage,
}));
const Security = lazy(async () => ({
  default: (await import('../administration/security/security-page.tsx')).SecurityPage,
}));

/** Every address. 工作台 comes with the first load, the others when they are asked for. */
export function Pages() {
  return (
    <Suspense fallback={<Waiting lines={8} />}>
      <Routes>
        <Route index element={<Workbench />} />
        <Route path="targets" element={<TargetList />} />
        <Route path="targets/new" element={<NewTarget />} />
        <Route path="targets/:id" element={<Target />} />
        <Route path="targets/:id/edit" element={<Editor />} />
        <Route path="targets/:id/replay" element={<Replay />} />
        <Route path="targets/:id/year-end" element={<YearEnd />} />
        <Route path="review" element={<ReviewDesk />} />
        <Route path="review/:id" element={<ReviewDesk />} />
        <Route path="progress" element={<Progress />} />
        <Route path="progress/departments/:code" element={<DepartmentProgress />} />
        <Route path="library" element={<Library />} />
        <Route path="inbox" element={<Inbox />} />
        <Route path="responsibility/:user" element={<Responsibility />} />
        <Route path="campaigns" element={<Campaigns />} />
        <Route path="organisation" element={<Offices />} />
        <Route path="security" element={<Security />} />
        <Route path="*" element={<NoSuchPage />} />
      </Routes>
    </Suspense>
  );
}

function NoSuchPage() {
  return (
    <Nothing title="没有这个页面" action={<Link to="/">回到工作台</Link>}>
      地址可能写错了，或者页面已经移走。
    </Nothing>
  );
}
