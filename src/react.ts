import { createComponent, type EventName } from '@lit/react';
import type { LitElement } from 'lit';
import * as React from 'react';
import { CometChatProfileEditor as Element } from './define.js';
import type { ProfileEditorEventMap } from './events.js';

/** What the element tells and does, and so no props; a `ref` reaches it. */
type ReadOnlyProperty = 'profile' | 'draft' | 'changes' | 'state' | 'hasUnsavedChanges' | 'error';
type MethodName = 'save' | 'undo' | 'reset' | 'reload' | 'checkValidity' | 'reportValidity';

type Settings = Omit<Element, keyof LitElement | ReadOnlyProperty | MethodName>;

type PropOf<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${PropOf<Rest>}`
  : Capitalize<Name>;

/** One for each event, such as `onProfileSaved`. */
type Listeners = {
  [Name in keyof ProfileEditorEventMap as `on${PropOf<Name>}`]?: (
    event: ProfileEditorEventMap[Name],
  ) => void;
};

/** The element's properties, its events as `onProfileLoaded` and so on, and what any HTML element takes. */
export type CometChatProfileEditorProps = Partial<Settings> &
  Listeners &
  Omit<React.HTMLAttributes<Element>, keyof Settings | keyof Listeners>;

const on = <Name extends keyof ProfileEditorEventMap>(name: Name) =>
  name as string as EventName<ProfileEditorEventMap[Name]>;

/** `<cometchat-profile-editor>` for React 18 and 19; registers the tag. */
export const CometChatProfileEditor: React.ForwardRefExoticComponent<
  CometChatProfileEditorProps & React.RefAttributes<Element>
> = createComponent({
  react: React,
  tagName: 'cometchat-profile-editor',
  elementClass: Element,
  displayName: 'CometChatProfileEditor',
  events: {
    onProfileLoaded: on('profile-loaded'),
    onProfileChange: on('profile-change'),
    onProfileSave: on('profile-save'),
    onProfileSaved: on('profile-saved'),
    onProfileError: on('profile-error'),
    onProfileSessionEnded: on('profile-session-ended'),
    onProfileConflict: on('profile-conflict'),
  } satisfies Record<keyof Listeners, EventName>,
});
