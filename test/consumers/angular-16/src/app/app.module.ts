import { NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { AppComponent } from './app.component';
import { Settings } from './settings';

@NgModule({
  declarations: [AppComponent],
  imports: [BrowserModule, Settings],
  bootstrap: [AppComponent],
})
export class AppModule {}
