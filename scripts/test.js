// npm test: makes everything ready, then runs the list in scripts/ci.ts on Node 24. Plain JavaScript for any Node ≥ 20.
import { handOver, installWhatIsMissing } from '../bin/ready.js';

await installWhatIsMissing({ dev: true });
handOver('scripts/ci.ts', process.argv.slice(2));
