export { CometChatProfileEditor } from './cometchat-profile-editor.js';
export { ProfileError, type ProfileErrorCode, type ProfilePhase } from './errors.js';
export {
  ProfileChangeEvent,
  ProfileConflictEvent,
  ProfileErrorEvent,
  ProfileLoadedEvent,
  ProfileSavedEvent,
  ProfileSaveEvent,
  ProfileSessionEndedEvent,
  type ProfileEditorEventMap,
  type SessionEndReason,
} from './events.js';
export type {
  Conflict,
  InitialProfile,
  Profile,
  ProfileChanges,
  ProfileField,
  ProfileValues,
  StatusPreset,
} from './profile.js';
export type { PhotoUploader, UploadContext, UploadProblem } from './photo/photo-uploader.js';
export { formUploader, type FormUploaderOptions } from './photo/form-uploader.js';
export { presignedUploader } from './photo/presigned-uploader.js';
export type { EditorState, EditorStateName, SaveWait } from './editor/editor-state.js';
export { defaultConfig, type EditorConfig } from './editor/editor-config.js';
export { ProfileEditorController } from './editor/profile-editor-controller.js';
export type { MessageKey, Messages } from './locales/messages.js';
export type { OtherSession, TokenReason } from './session/session.js';
