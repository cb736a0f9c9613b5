#pragma once

#include "app/domain/clock.h"
#include "app/domain/patient.h"
#include "app/domain/privacyrules.h"
#include "app/domain/session.h"
#include "app/domain/smstext.h"
#include "app/services/domainevents.h"
#include "app/services/hospitalsettings.h"
#include "app/services/messagecomposer.h"
#include "app/services/templatebook.h"
#include "db/auditrepository.h"
#include "db/patientrepository.h"
#include "db/storecipher.h"

#include <functional>

namespace accueil {

// What to show as it would be sent. Either a template by name or words of one's own.
struct PreviewDraft
{
    QString templateName;
    QString text; // used when there is no name
    std::optional<Language> language; // default: the patient's, else French
    QString patientReference; // the hospital's number; empty: no patient
    std::optional<QDateTime> appointmentTime; // UTC
    Channel channel = Channel::Sms;
};

struct MessagePreview
{
    QString text;
    Language language = Language::French; // the one the words are in
    bool isFallback = false; // they were wanted in another
    QStringList missing; // placeholders that nothing is known for
    SmsCount sms;
    QString plainText; // in GSM-7 as far as that goes
    SmsCount plainSms;
    SmsCost smsCost; // what the hospital pays and wants to pay
    std::optional<double> cost; // of `sms`; nothing: no price is set, or it is not an SMS
    bool asksInVain = false; // an SMS that asks for a reply, from a sender that receives none
    QList<SensitiveWords> sensitive; // what must not stand in an SMS, a subject or a call before a key press
};

// The words of reminders: what comes with the program, what the hospital writes, and how a message will look, what it
// costs and what it gives away before it is sent. Thread-safe; throws DatabaseError, CipherError.
class TemplateService
{
public:
    TemplateService(Database &database, const StoreCipher &cipher, const Clock &clock, DomainEvents &events,
        std::function<HospitalSettings()> settings);

    Result<QList<MessageTemplate>> list(const Session &who);
    Result<MessageTemplate> find(const Session &who, const QString &name, Language language);
    // A name of the hospital's own, or a language it is missing in. Conflict when it is there already.
    Result<MessageTemplate> create(const Session &who, const TemplateDraft &draft);
    // Name and language stay. The purpose is that of the name, in all its languages; one that is shipped keeps it.
    Result<MessageTemplate> edit(const Session &who, const QString &name, Language language, const TemplateDraft &draft,
        std::optional<qint64> expectedVersion = {});
    // The shipped words again; the hospital's own names are gone after it. Conflict for what was never changed.
    Result<void> restore(
        const Session &who, const QString &name, Language language, std::optional<qint64> expectedVersion = {});

    // The active templates that would ask for a reply in vain if SMS left through this sender.
    Result<QList<MessageTemplate>> askingInVain(const Session &who, const TwilioSettings &sender);

    Result<MessagePreview> preview(const Session &who, const PreviewDraft &draft);

private:
    QList<FieldError> problemsOf(const TemplateDraft &draft) const;
    // False: somebody else's of this name and language arrived at the same moment.
    bool store(const Session &who, StoredTemplate &stored, const QString &action);
    void writeAudit(const Session &who, const QString &action, const StoredTemplate &stored);

    Database &m_database;
    const Clock &m_clock;
    DomainEvents &m_events;
    std::function<HospitalSettings()> m_settings;
    TemplateBook m_book;
    MessageComposer m_composer;
    TemplateRepository m_templates;
    PatientRepository m_patients;
    AuditRepository m_audit;
};

TemplateDraft draftOf(const MessageTemplate &wording);

} // namespace accueil
