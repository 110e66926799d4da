import { Module, type DynamicModule } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';
import { Application } from '#application';
import { type AuditParts } from '#audit';
import { type EventStore } from '#event-store';
import { type JobsParts } from '#jobs';
import { Access } from '#platform/access';
import { type Attachments } from '#platform/attachments';
import { Phrases } from '#platform/phrases';
import { type ReadModels } from '#read-models';
import { AttachmentDesk } from './attachments/attachment-desk.ts';
import { AttachmentsController } from './attachments/attachments.ts';
import { AuditPackagesController } from './audit/packages.ts';
import { SealsController } from './audit/seals.ts';
import { BatchesController } from './batches/batches.ts';
import { CampaignsController } from './campaigns/campaigns.ts';
import { Commands } from './commands/index.ts';
import { OfficesController } from './directory/offices.ts';
import { PeopleController } from './directory/people.ts';
import { BatchImportsController } from './documents/batch-imports.ts';
import { BatchReader } from './documents/batch-reader.ts';
import { BookletsController } from './documents/booklets.ts';
import { DraftingDesk } from './documents/drafting-desk.ts';
import { HistoriesController } from './documents/histories.ts';
import { ImportsController } from './documents/imports.ts';
import { ListFilesController } from './documents/list-files.ts';
import { OverviewFilesController } from './documents/overview-files.ts';
import { PapersController } from './documents/papers.ts';
import { SlipsController } from './documents/slips.ts';
import { InboxController } from './inbox/inbox.ts';
import { RemindersController } from './inbox/reminders.ts';
import { JudgingController } from './judging/judging.ts';
import { Audience } from './live/audience.ts';
import { InboxNews } from './live/inbox-news.ts';
import { LiveController } from './live/live.ts';
import { LiveFeed } from './live/live-feed.ts';
import { SessionWatch } from './live/session-watch.ts';
import { ListsController } from './lists/lists.ts';
import { OverviewsController } from './lists/overviews.ts';
import { ResponsibilityController } from './lists/responsibility.ts';
import { Reader } from './lists/reader.ts';
import { ApiDescription } from './operations/api-description.ts';
import { Metrics } from './operations/metrics.ts';
import { MeasurementsController } from './operations/measurements.ts';
import { OperationsController } from './operations/operations.ts';
import { PhrasesController } from './phrases/phrases.ts';
import { DisclosuresController } from './public/disclosures.ts';
import { PublicDesk } from './public/public-desk.ts';
import { CredentialsController } from './session/credentials.ts';
import { SessionController } from './session/session.ts';
import { SignInDesk } from './session/sign-in-desk.ts';
import { SignOnController } from './session/sign-on.ts';
import { ATTACHMENTS, AUDIT, JOBS, READ_MODELS, SETTINGS, STORE, type ApiSettings } from './settings.ts';
import { BudgetController } from './targets/budget.ts';
import { DraftingController } from './targets/drafting.ts';
import { ReadingController } from './targets/reading.ts';
import { ReviewController } from './targets/review.ts';
import { type WebPages } from './web/index.ts';

/** What the interface stands on; opened and closed by whoever makes it. */
export interface ApiParts {
  application: Application;
  store: EventStore;
  access: Access;
  readModels: ReadModels;
  settings: ApiSettings;
  metrics: Metrics;
  audit: AuditParts;
  attachments: Attachments;
  jobs: JobsParts;
  /** Shows the queues to 系统管理员; answers what closes them. Loaded by whoever serves it. */
  queueBoard?: (server: FastifyInstance, parts: ApiParts) => Promise<() => Promise<void>>;
  /** The built web application; without it `/` only says that the system runs. */
  pages?: WebPages | null;
}

/** The table of contents of the interface: a controller for each resource. */
const CONTROLLERS = [
  SessionController,
  SignOnController,
  CredentialsController,
  DraftingController,
  ReviewController,
  BudgetController,
  BatchesController,
  ReadingController,
  ListsController,
  OverviewsController,
  ResponsibilityController,
  PhrasesController,
  CampaignsController,
  OfficesController,
  PeopleController,
  JudgingController,
  AttachmentsController,
  ImportsController,
  BatchImportsController,
  PapersController,
  SlipsController,
  HistoriesController,
  BookletsController,
  ListFilesController,
  OverviewFilesController,
  DisclosuresController,
  SealsController,
  AuditPackagesController,
  LiveController,
  InboxController,
  RemindersController,
  OperationsController,
  MeasurementsController,
];

@Module({})
export class ApiModule {
  static over({
    application,
    store,
    access,
    readModels,
    settings,
    metrics,
    audit,
    attachments,
    jobs,
  }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: CONTROLLERS,
      providers: [
        Commands,
        SignInDesk,
        Reader,
        BatchReader,
        AttachmentDesk,
        DraftingDesk,
        Audience,
        LiveFeed,
        InboxNews,
        SessionWatch,
        PublicDesk,
        ApiDescription,
        { provide: Application, useValue: application },
        { provide: Access, useValue: access },
        { provide: Metrics, useValue: metrics },
        { provide: AUDIT, useValue: audit },
        { provide: ATTACHMENTS, useValue: attachments },
        { provide: JOBS, useValue: jobs },
        { provide: Phrases, useFactory: () => Phrases.open(jobs.pool) },
        { provide: STORE, useValue: store },
        { provide: READ_MODELS, useValue: readModels },
        { provide: SETTINGS, useValue: settings },
      ],
    };
  }
}
