#include "app/services/templateservice.h"

#include "app/domain/fieldrules.h"
#include "app/services/privacyguard.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

bool isByPhone(Channel channel)
{
    return channel != Channel::Email;
}

QList<FieldError> textErrors(const QString &text)
{
    FieldRules rules;
    rules.required(u"text"_s, cleanText(text));
    return rules.errors() + validate(TemplateDraft{.name = u"preview"_s, .text = text});
}

bool asksInVain(const QString &text, const TwilioSettings &sender)
{
    return sender.isConfigured() && !sender.canReceive() && asksForReply(text);
}

} // namespace

TemplateDraft draftOf(const MessageTemplate &wording)
{
    return {.name = wording.name,
        .language = wording.language,
        .purpose = wording.purpose,
        .text = wording.text,
        .isActive = wording.isActive};
}

TemplateService::TemplateService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, std::function<HospitalSettings()> settings)
    : m_database(database)
    , m_clock(clock)
    , m_events(events)
    , m_settings(settings)
    , m_book(database)
    , m_composer(database, clock, std::move(settings))
    , m_templates(database)
    , m_patients(database, cipher)
    , m_audit(database)
{
}

Result<QList<MessageTemplate>> TemplateService::list(const Session &who)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    const TwilioSettings sender = m_settings().twilio;
    QList<MessageTemplate> all = m_book.all();
    for (MessageTemplate &wording : all)
        wording.asksInVain = wording.isActive && asksInVain(wording.text, sender);
    return all;
}

Result<MessageTemplate> TemplateService::find(const Session &who, const QString &name, Language language)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    std::optional<MessageTemplate> found = m_book.find(name, language);
    if (!found)
        return fail(ErrorCode::NotFound);
    found->asksInVain = found->isActive && asksInVain(found->text, m_settings().twilio);
    return *found;
}

Result<QList<MessageTemplate>> TemplateService::askingInVain(const Session &who, const TwilioSettings &sender)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    QList<MessageTemplate> all = m_book.all();
    all.removeIf(
        [&](const MessageTemplate &wording) { return !wording.isActive || !asksInVain(wording.text, sender); });
    return all;
}

QList<FieldError> TemplateService::problemsOf(const TemplateDraft &draft) const
{
    QList<FieldError> errors = validate(draft);
    if (!draft.isActive)
        return errors;
    const HospitalSettings settings = m_settings();
    if (asksInVain(draft.text, settings.twilio))
        errors.append({u"text"_s, u"asksForReply"_s});
    // Every template may go by SMS.
    if (const auto problem = privacyProblem(u"text"_s, draft.text, {}, settings))
        errors.append(*problem);
    return errors;
}

Result<MessageTemplate> TemplateService::create(const Session &who, const TemplateDraft &draft)
{
    if (const auto allowed = require(who, Permission::ManageTemplates); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> errors = problemsOf(draft); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    StoredTemplate stored{.wording = {.name = cleanLine(draft.name),
                              .language = draft.language,
                              .purpose = draft.purpose,
                              .text = cleanText(draft.text),
                              .isActive = draft.isActive}};
    Transaction transaction{m_database};
    if (m_book.find(stored.wording.name, draft.language))
        return fail(ErrorCode::Conflict, {{u"name"_s, u"taken"_s}});
    if (!store(who, stored, u"created"_s))
        return fail(ErrorCode::Conflict, {{u"name"_s, u"taken"_s}});
    transaction.commit();
    Q_EMIT m_events.templatesChanged();
    return m_book.find(stored.wording.name, draft.language).value();
}

Result<MessageTemplate> TemplateService::edit(const Session &who, const QString &name, Language language,
    const TemplateDraft &draft, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageTemplates); !allowed)
        return tl::unexpected(allowed.error());
    TemplateDraft wanted = draft;
    wanted.name = name;
    Transaction transaction{m_database};
    const std::optional<MessageTemplate> before = m_book.find(name, language);
    if (!before)
        return fail(ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != before->version)
        return fail(ErrorCode::VersionMismatch);
    if (const QList<FieldError> errors = problemsOf(wanted); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    StoredTemplate stored = m_templates.find(name, language).value_or(StoredTemplate{.wording = *before});
    stored.wording.text = cleanText(wanted.text);
    stored.wording.isActive = wanted.isActive;
    if (!TemplateBook::isShipped(name))
        stored.wording.purpose = wanted.purpose;
    if (!store(who, stored, u"edited"_s))
        return fail(ErrorCode::VersionMismatch);
    transaction.commit();
    Q_EMIT m_events.templatesChanged();
    return m_book.find(name, language).value();
}

bool TemplateService::store(const Session &who, StoredTemplate &stored, const QString &action)
{
    stored.wording.updatedAt = m_clock.now();
    if (stored.id > 0)
        m_templates.update(stored);
    else if (!m_templates.insert(stored))
        return false;
    m_templates.setPurpose(stored.wording.name, stored.wording.purpose, *stored.wording.updatedAt);
    writeAudit(who, action, stored);
    return true;
}

Result<void> TemplateService::restore(
    const Session &who, const QString &name, Language language, std::optional<qint64> expectedVersion)
{
    if (const auto allowed = require(who, Permission::ManageTemplates); !allowed)
        return allowed;
    Transaction transaction{m_database};
    const std::optional<StoredTemplate> stored = m_templates.find(name, language);
    if (!stored)
        return fail(TemplateBook::shipped(name, language) ? ErrorCode::Conflict : ErrorCode::NotFound);
    if (expectedVersion && *expectedVersion != stored->wording.version)
        return fail(ErrorCode::VersionMismatch);
    m_templates.remove(stored->id);
    writeAudit(who, u"deleted"_s, *stored);
    transaction.commit();
    Q_EMIT m_events.templatesChanged();
    return {};
}

Result<MessagePreview> TemplateService::preview(const Session &who, const PreviewDraft &draft)
{
    if (const auto allowed = require(who, Permission::ReadReminders); !allowed)
        return tl::unexpected(allowed.error());
    const QString number = normalisedPatientNumber(draft.patientReference);
    std::optional<Patient> patient;
    if (!number.isEmpty()) {
        const std::optional<PatientId> id = m_patients.idOf(number);
        patient = id ? m_patients.find(*id) : std::nullopt;
        if (!patient)
            return fail(ErrorCode::Invalid, {{u"patient_id"_s, u"unknownPatient"_s}});
    }
    const Language wanted = draft.language.value_or(patient ? patient->preferredLanguage : Language::French);
    const QString name = cleanLine(draft.templateName);
    if (const QList<FieldError> errors = name.isEmpty() ? textErrors(draft.text) : QList<FieldError>();
        !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    const Result<ComposedMessage> message = m_composer.compose({.templateName = name,
                                                                   .text = cleanText(draft.text),
                                                                   .language = wanted,
                                                                   .channel = draft.channel,
                                                                   .appointmentTime = draft.appointmentTime},
        patient);
    if (!message)
        return tl::unexpected(message.error());

    const HospitalSettings settings = m_settings();
    const SmsCost &cost = settings.smsCost;
    const QString text = draft.channel == Channel::Sms ? settings.twilio.asSent(message->text) : message->text;
    MessagePreview preview{.text = text,
        .language = message->language,
        .isFallback = message->language != wanted,
        .missing = message->missing,
        .sms = countSms(text),
        .plainText = plainSpelling(text),
        .smsCost = cost};
    preview.plainSms = countSms(preview.plainText);
    preview.asksInVain = draft.channel == Channel::Sms && asksInVain(text, settings.twilio);
    if (draft.channel == Channel::Sms && cost.pricePerSegment > 0)
        preview.cost = cost.pricePerSegment * preview.sms.segments;
    if (isByPhone(draft.channel))
        preview.sensitive
            = sensitiveWords(text, patient ? patient->condition : QString(), patient ? patient->name : QString());
    return preview;
}

void TemplateService::writeAudit(const Session &who, const QString &action, const StoredTemplate &stored)
{
    m_audit.append(auditEntry(who, m_clock.now(), action, u"template"_s, stored.id, stored.wording.key()));
}

} // namespace accueil
