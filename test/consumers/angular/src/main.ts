import { bootstrapApplication } from '@angular/platform-browser';
import { Settings } from './app/settings';

bootstrapApplication(Settings).catch(console.error);
