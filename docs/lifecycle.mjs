import { writeFileSync } from 'node:fs';
import { lifecyclePage } from '../dist/libs/domain/lifecycle-page.js';

writeFileSync(new URL('./lifecycle.md', import.meta.url), lifecyclePage());
