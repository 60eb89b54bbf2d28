import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: '<app-settings />' })
export class AppComponent {}
