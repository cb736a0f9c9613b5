#include "server/components.h"

#include "server/api/appointmentjson.h"
#include "server/api/bulkjson.h"
#include "server/api/casejson.h"
#include "server/api/consentjson.h"
#include "server/api/dashboardjson.h"
#include "server/api/devicejson.h"
#include "server/api/feedbackjson.h"
#include "server/api/forecastjson.h"
#include "server/api/operationroutes.h"
#include "server/api/patientjson.h"
#include "server/api/planjson.h"
#include "server/api/reminderjson.h"
#include "server/api/syncjson.h"
#include "server/api/tabletcontentjson.h"
#include "server/api/templatejson.h"
#include "server/api/understandingjson.h"
#include "server/api/userjson.h"
#include "server/api/wardjson.h"
#include "server/api/webhookroutes.h"
#include "server/schema.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QJsonObject withoutRequired(QJsonObject schema)
{
    schema.remove(u"required"_s);
    return schema;
}

// A PATCH: nothing required, and no example that would pretend everything is.
QJsonObject patchOf(const QJsonObject &draft)
{
    QJsonObject patch = withoutRequired(draft);
    patch.remove(u"examples"_s);
    patch.remove(u"anyOf"_s); // some member or another that is required
    return patch;
}

// What PUT and PATCH take of a feedback: recordings have a path of their own.
QJsonObject feedbackEditSchema()
{
    QJsonObject edit = patchOf(feedbackDraftSchema());
    QJsonObject members = edit.value(u"properties").toObject();
    members.remove(u"voice_data"_s);
    members.insert(u"client_id"_s, schema::ignored());
    edit.insert(u"properties"_s, members);
    return edit;
}

QJsonObject problemSchema()
{
    using namespace schema;
    const QJsonObject error = object(
        {
            {u"field"_s, anyText(u"The member or parameter, as it is called in the request."_s)},
            {u"key"_s, anyText(u"A stable word: required, wrongType, mustBeFuture ..."_s)},
            {u"parameters"_s, QJsonObject{{u"type"_s, u"object"_s}, {u"description"_s, u"Limits, a suggestion."_s}}},
        },
        {u"field"_s, u"key"_s});
    return object(
        {
            {u"type"_s, anyText()},
            {u"title"_s, anyText()},
            {u"status"_s, integer(400, 599)},
            {u"code"_s, anyText(u"A stable word: invalid, notFound, versionMismatch ..."_s)},
            {u"errors"_s, listOf(error)},
            {u"received"_s, count(u"Of a recording in pieces: from where to go on."_s)},
        },
        {u"type"_s, u"title"_s, u"status"_s, u"code"_s});
}

} // namespace

QString sparseName(const QString &schema)
{
    return u"Sparse"_s + schema;
}

QJsonObject componentSchemas()
{
    QJsonObject schemas{
        {u"Patient"_s, patientSchema()},
        {u"PatientDraft"_s, patientDraftSchema()},
        {u"PatientPatch"_s, patchOf(patientDraftSchema())},
        {u"PatientRemoval"_s, removalSchema()},
        {u"HistoryItem"_s, historyItemSchema()},
        {u"Consent"_s, consentEntrySchema()},
        {u"ConsentDraft"_s, consentDraftSchema()},
        {u"InboundMessage"_s, inboundMessageSchema()},
        {u"TwilioForm"_s, webhookFormSchema()},
        {u"Feedback"_s, feedbackSchema()},
        {u"FeedbackDraft"_s, feedbackDraftSchema()},
        {u"FeedbackEdit"_s, feedbackEditSchema()},
        {u"Audio"_s, audioSchema()},
        {u"Understanding"_s, explanationSchema()},
        {u"UnderstandingCorrection"_s, correctionDraftSchema()},
        {u"UnderstandingState"_s, understandingStateSchema()},
        {u"Analysis"_s, analysisSchema()},
        {u"Reminder"_s, reminderSchema()},
        {u"ReminderDraft"_s, reminderDraftSchema()},
        {u"ReminderPatch"_s, patchOf(reminderDraftSchema())},
        {u"Appointment"_s, appointmentSchema()},
        {u"AppointmentDraft"_s, appointmentDraftSchema()},
        {u"AppointmentPatch"_s, patchOf(appointmentDraftSchema())},
        {u"AppointmentOutcome"_s, outcomeSchema()},
        {u"BulkOrder"_s, bulkOrderSchema()},
        {u"BulkOutcome"_s, bulkOutcomeSchema()},
        {u"ReminderForecast"_s, forecastSchema()},
        {u"PlannedMessage"_s, plannedMessageSchema()},
        {u"Plans"_s, plansSchema()},
        {u"PlansDraft"_s, plansDraftSchema()},
        {u"Calendar"_s, calendarSchema()},
        {u"NoShow"_s, noShowSchema()},
        {u"UnknownDecision"_s, decisionSchema()},
        {u"LateDecision"_s, lateDecisionSchema()},
        {u"ReminderCount"_s, reminderCountSchema()},
        {u"Attempt"_s, attemptSchema()},
        {u"Template"_s, templateSchema()},
        {u"TemplateDraft"_s, templateDraftSchema()},
        {u"TemplateEdit"_s, templateEditSchema()},
        {u"Preview"_s, previewSchema()},
        {u"PreviewDraft"_s, previewDraftSchema()},
        {u"TabletConfiguration"_s, tabletConfigurationSchema()},
        {u"TabletContent"_s, tabletContentSchema()},
        {u"TabletContentDraft"_s, tabletContentDraftSchema()},
        {u"ExitPin"_s, exitPinSchema()},
        {u"Prompt"_s, promptSchema()},
        {u"PromptCoverage"_s, promptCoverageSchema()},
        {u"PromptReview"_s, promptReviewSchema()},
        {u"Ward"_s, wardSchema()},
        {u"WardDraft"_s, wardDraftSchema()},
        {u"WardPatch"_s, wardPatchSchema()},
        {u"Statistics"_s, statisticsSchema()},
        {u"FeedbackStatistics"_s, feedbackStatisticsSchema()},
        {u"ReminderStatistics"_s, reminderStatisticsSchema()},
        {u"CaseStatistics"_s, caseStatisticsSchema()},
        {sparseName(u"Case"_s), withoutRequired(caseSchema())},
        {u"CaseFile"_s, caseFileSchema()},
        {u"CaseDraft"_s, caseDraftSchema()},
        {u"CasePatch"_s, caseChangeSchema()},
        {u"CaseResolution"_s, caseResolutionSchema()},
        {u"CaseNote"_s, caseNoteSchema()},
        {u"CaseCall"_s, caseCallSchema()},
        {u"CaseMerge"_s, caseMergeSchema()},
        {u"CasePerson"_s, casePersonSchema()},
        {u"CaseRules"_s, caseRulesSchema()},
        {u"User"_s, userSchema()},
        {u"UserDraft"_s, userDraftSchema()},
        {u"UserPatch"_s, patchOf(userDraftSchema())},
        {u"Credentials"_s, credentialsSchema()},
        {u"Tokens"_s, tokenSchema()},
        {u"RefreshToken"_s, refreshSchema()},
        {u"PasswordChange"_s, passwordChangeSchema()},
        {u"Device"_s, deviceSchema()},
        {u"DeviceDraft"_s, deviceDraftSchema()},
        {u"DevicePatch"_s, patchOf(deviceDraftSchema())},
        {u"NewDevice"_s, newDeviceSchema()},
        {u"PairingCode"_s, pairingCodeSchema()},
        {u"Pairing"_s, pairingSchema()},
        {u"PairedDevice"_s, pairedDeviceSchema()},
        {u"OwnDevice"_s, ownDeviceSchema()},
        {u"SyncBatch"_s, syncBatchSchema()},
        {u"SyncAnswer"_s, syncAnswerSchema()},
        {u"AudioProgress"_s, audioProgressSchema()},
        {u"Dispute"_s, disputeSchema()},
        {u"DisputeComparison"_s, disputeComparisonSchema()},
        {u"DisputeDecision"_s, disputeDecisionSchema()},
        {u"Health"_s, healthSchema()},
        {u"OpenApi"_s, QJsonObject{{u"type"_s, u"object"_s}, {u"description"_s, u"OpenAPI 3.1."_s}}},
        {u"Problem"_s, problemSchema()},
    };
    for (const QString &name : {u"Patient"_s, u"Feedback"_s, u"Reminder"_s, u"Appointment"_s, u"Template"_s, u"User"_s,
             u"Device"_s, u"Dispute"_s})
        schemas.insert(sparseName(name), withoutRequired(schemas.value(name).toObject()));
    return schemas;
}

} // namespace accueil
