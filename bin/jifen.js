#!/usr/bin/env node
import { handOver, installWhatIsMissing } from './ready.js';

await installWhatIsMissing({ dev: false });
handOver('src/main/cli.ts', process.argv.slice(2));
