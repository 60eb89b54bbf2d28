const words = (text) => text.trim().split(/\s+/);

/** The public names of the element. A name here is a promise: it changes with a major version only. */
export const names = {
  attributes: words(`
    app-id region auth-token auth-token-url on-other-session initial-profile loading hidden-fields readonly-fields
    status-max-length avatar-upload-url avatar-size presence client-host admin-host preview no-draft no-host-sync theme
  `),
  properties: words(`
    appId region authToken authTokenUrl getAuthToken sdk onOtherSession initialProfile loading hiddenFields
    readonlyFields statusMaxLength statusPresets avatarUploadUrl uploadAvatar avatarSize presence clientHost adminHost
    messages preview noDraft noHostSync theme
  `),
  values: words('profile draft changes state hasUnsavedChanges error'),
  methods: words('save reset reload checkValidity reportValidity focus'),
  events: words(`
    profile-loaded profile-change profile-save profile-saved profile-error profile-session-ended profile-conflict
  `),
  slots: words('heading before-fields after-fields footer'),
  parts: words(`
    form field label input hint counter error avatar preview actions save discard notice progress dialog
  `),
  customProperties: words(
    'accent on-accent surface text muted border danger success radius space avatar-size font',
  ).map((name) => `--cometchat-profile-editor-${name}`),
  states: words('idle connecting ready saving failed dirty shared-session'),
};
