import type { PhotoMessages } from '../messages.js';

/** The texts of the photo dialogs in Greek. */
export const photoMessages = {
  cropTitle: 'Περικοπή φωτογραφίας',
  cropArea: 'Θέση φωτογραφίας',
  cropHint:
    'Σύρετε για μετακίνηση, τσιμπήστε ή κυλήστε για ζουμ. Πληκτρολόγιο: τα βέλη μετακινούν, + και − αλλάζουν το ζουμ.',
  cropMove: 'Μετακίνηση φωτογραφίας',
  cropMoveLeft: 'Μετακίνηση αριστερά',
  cropMoveRight: 'Μετακίνηση δεξιά',
  cropMoveUp: 'Μετακίνηση πάνω',
  cropMoveDown: 'Μετακίνηση κάτω',
  cropZoom: 'Ζουμ',
  cropZoomIn: 'Μεγέθυνση',
  cropZoomOut: 'Σμίκρυνση',
  cropTurnLeft: 'Στροφή αριστερά',
  cropTurnRight: 'Στροφή δεξιά',
  cropFlip: 'Κατοπτρισμός',
  cropReset: 'Επαναφορά',
  cropUse: 'Χρήση φωτογραφίας',
  cropWorking: 'Προετοιμασία φωτογραφίας…',
  cropPosition: 'Ζουμ {zoom}, κέντρο {across} από αριστερά, {down} από πάνω',
  cropTurned: 'Στροφή στις {degrees} μοίρες',
  cropFlipped: 'Έγινε κατοπτρισμός',
  cropKeepAnimation: 'Διατήρηση κίνησης',
  cropAnimationTooLarge:
    'Η κίνηση υπερβαίνει τα {pixels} × {pixels} pixel ή τα {kilobytes}\u00a0KB: χρησιμοποιείται το πρώτο καρέ.',
  cropAnimationNotSquare: 'Διατηρείται μόνο τετράγωνη κίνηση: χρησιμοποιείται το πρώτο καρέ.',
  photoCancel: 'Άκυρο',
  cameraTitle: 'Λήψη φωτογραφίας',
  cameraPreview: 'Κάμερα',
  cameraWaiting: 'Αναμονή για την κάμερα. Ίσως σας ζητηθεί άδεια.',
  cameraTake: 'Λήψη φωτογραφίας',
  cameraBlocked: 'Η κάμερα δεν είναι διαθέσιμη. Ελέγξτε την άδειά της ή επιλέξτε αρχείο.',
  photoEmpty: 'Το αρχείο είναι κενό. Επιλέξτε άλλη φωτογραφία.',
  photoSvg: 'Τα σχέδια SVG δεν υποστηρίζονται. Επιλέξτε φωτογραφία JPEG, PNG ή WebP.',
  photoHeic:
    'Το πρόγραμμα περιήγησης δεν ανοίγει HEIC. Αποθηκεύστε τη φωτογραφία ως JPEG και επιλέξτε την.',
  photoUnknownType: 'Το αρχείο δεν είναι φωτογραφία. Επιλέξτε αρχείο JPEG, PNG, GIF ή WebP.',
  photoDamaged: 'Η φωτογραφία δεν ανοίγει. Ίσως είναι κατεστραμμένη.',
  photoTooManyBytes: 'Το αρχείο είναι πολύ μεγάλο. Επιλέξτε ένα κάτω από 100\u00a0MB.',
  photoTooManyPixels: 'Η φωτογραφία είναι πολύ μεγάλη. Επιλέξτε μία κάτω από 120\u00a0megapixel.',
  photoCanvasBlocked:
    'Μια ρύθμιση απορρήτου εμποδίζει την επεξεργασία φωτογραφιών. Χρησιμοποιήστε URL φωτογραφίας.',
} as const satisfies PhotoMessages;
