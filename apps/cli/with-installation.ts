import { systemClock } from '#application';
import { openInstallation, type Installation } from '#platform/installation';
import { type Configuration } from '#platform/configuration';
import { CommandFailed } from './command-failed.ts';
import { withDatabase } from './with-database.ts';

/** Calls `use` with the installation opened on its database, whether the system runs or not. */
export function withInstallation<T>(
  configuration: Configuration,
  use: (installation: Installation, databaseUrl: string) => Promise<T>,
): Promise<T> {
  return withDatabase(configuration, async (databaseUrl) => {
    const place = { ...configuration, databaseUrl };
    const onFailure = (error: unknown): void => {
      throw new CommandFailed('读取机构与批次失败，请重试。', { cause: error });
    };
    const installation = await openInstallation(place, { clock: systemClock, onFailure });
    try {
      return await use(installation, databaseUrl);
    } finally {
      await installation.close();
    }
  });
}
