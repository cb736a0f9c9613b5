#pragma once

#include "app/domain/clock.h"
#include "app/domain/patient.h"
#include "app/services/hospitalsettings.h"
#include "app/services/templatebook.h"

#include <functional>

namespace accueil {

// What a message is made of: a template by name, or words of one's own with placeholders.
struct MessageOrder
{
    QString templateName;
    QString text; // used when there is no name
    Language language = Language::French;
    Channel channel = Channel::Sms;
    std::optional<QDateTime> appointmentTime; // UTC
    QList<QDateTime> alsoAt; // UTC, other appointments of that day
    QString ward; // of the appointment; empty: the patient's
    bool isMinimal = false; // what a shared telephone gets, whoever has this one
};

struct ComposedMessage
{
    QString text;
    Language language = Language::French; // the one the words are in
    QStringList missing; // placeholders that nothing is known for
};

// Words for one patient. On a telephone that others answer too, all words give way to `shared_phone`, which says
// nothing of what it is about. Thread-safe; throws DatabaseError.
class MessageComposer
{
public:
    MessageComposer(Database &database, const Clock &clock, std::function<HospitalSettings()> settings);

    // Invalid with `unknownTemplate` when no words of that name are written and active.
    Result<ComposedMessage> compose(const MessageOrder &order, const std::optional<Patient> &patient);
    // What goes to a telephone that others answer too, in place of whatever was to be said; nothing for any other
    // telephone and for an email.
    std::optional<QString> minimalWords(const Patient &patient, Channel channel, Language language);
    // The words of a template that is shipped: the hospital's own, unless they are switched off or want what is not
    // known; then those that are shipped.
    ComposedMessage always(const MessageOrder &order, const std::optional<Patient> &patient);

private:
    ComposedMessage filled(
        const Wording &words, const MessageOrder &order, const std::optional<Patient> &patient) const;

    const Clock &m_clock;
    std::function<HospitalSettings()> m_settings;
    TemplateBook m_book;
};

} // namespace accueil
