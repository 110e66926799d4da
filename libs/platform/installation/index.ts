export { openInstallation, type Installation, type InstallationPlace } from './open-installation.ts';
