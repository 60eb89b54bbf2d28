import { bootstrapApplication } from '@angular/platform-browser';
import { Settings } from './app/settings';

await bootstrapApplication(Settings);
