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
export type { Dependencies } from './editor/dependencies.js';
export type { PickedPhoto, StoredPhoto } from './editor/draft-types.js';
export type {
  EditorState,
  EditorStateName,
  SaveWait,
  StoredAnswer,
} from './editor/editor-state.js';
export { ProfileEditor, type ProfileEditorOptions } from './editor/profile-editor.js';
export type { ProfileEditorSettings } from './editor/settings.js';
export { endSession } from './session/connect.js';
export type { OtherSession, TokenReason } from './session/session.js';
