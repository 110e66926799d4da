import { writeFileSync } from 'node:fs';
import { cataloguePage, RULES } from '#screening';

/** `npm run docs:screening`: writes docs/screening-rules.md from the rules. */
writeFileSync(new URL('../../../docs/screening-rules.md', import.meta.url), cataloguePage(RULES));
