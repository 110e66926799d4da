import { Module, type DynamicModule } from '@nestjs/common';
import { Application } from '#application';
import { Access } from '#platform/access';
import { Commands } from './commands/index.ts';
import { Metrics } from './operations/metrics.ts';
import { SessionController } from './session/session.ts';
import { SETTINGS, type ApiSettings } from './settings.ts';
import { BudgetController } from './targets/budget.ts';
import { DraftingController } from './targets/drafting.ts';
import { ReadingController } from './targets/reading.ts';
import { ReviewController } from './targets/review.ts';

/** What the interface stands on; opened and closed by whoever makes it. */
export interface ApiParts {
  application: Application;
  access: Access;
  settings: ApiSettings;
  metrics: Metrics;
}

@Module({})
export class ApiModule {
  static over({ application, access, settings, metrics }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [
        SessionController,
        DraftingController,
        ReviewController,
        BudgetController,
        ReadingController,
      ],
      providers: [
        Commands,
        { provide: Application, useValue: application },
        { provide: Access, useValue: access },
        { provide: Metrics, useValue: metrics },
        { provide: SETTINGS, useValue: settings },
      ],
    };
  }
}
