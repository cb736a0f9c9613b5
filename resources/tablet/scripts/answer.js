// What one person answers, in memory only until it is sent; forgotten as a whole by wipe.
export const starQuestions = ['treatment_satisfaction', 'communication_rating', 'facility_rating', 'overall_experience'];
export const likelihood = 'recommendation_likelihood';

export class Answer {
  constructor(language, patient = null) {
    this.clientId = crypto.randomUUID();
    this.language = language;
    this.patient = patient;
    this.ratings = {}; // by wire name: emoji_rating and those of the configuration
    this.comments = '';
    this.take = null; // {bytes, mediaType, seconds}
    this.wantsCall = false;
    this.phone = ''; // E.164
  }

  rate(name, value) {
    if (value === null) delete this.ratings[name];
    else this.ratings[name] = value;
  }

  get isEmpty() {
    return Object.keys(this.ratings).length === 0 && this.comments.trim() === '' && !this.take;
  }

  get audioMediaType() {
    return this.take?.mediaType.split(';')[0] ?? null;
  }

  // As POST /api/sync takes it, without the recording.
  wire(now) {
    const comments = this.comments.normalize('NFC').trim();
    return {
      client_id: this.clientId,
      submitted_at: now.toISOString(),
      language: this.language,
      ...this.ratings,
      ...(this.patient && { patient_id: this.patient }),
      ...(comments && { comments }),
      ...(this.wantsCall && this.phone && { phone_number: this.phone, callback_requested: true }),
    };
  }
}
