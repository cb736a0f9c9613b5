#include "app/services/messagecomposer.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString sharedPhoneTemplate = u"shared_phone"_s;

} // namespace

MessageComposer::MessageComposer(Database &database, const Clock &clock, std::function<HospitalSettings()> settings)
    : m_clock(clock)
    , m_settings(std::move(settings))
    , m_book(database)
{
}

Result<ComposedMessage> MessageComposer::compose(const MessageOrder &order, const std::optional<Patient> &patient)
{
    Wording words{order.text, order.language};
    if (!order.templateName.isEmpty()) {
        std::optional<Wording> found = m_book.wording(order.templateName, order.language);
        if (!found)
            return fail(ErrorCode::Invalid, {{u"template"_s, u"unknownTemplate"_s}});
        const bool isShared = patient && patient->phoneIsShared && order.channel != Channel::Email;
        if (isShared || order.isMinimal)
            found = m_book.wording(sharedPhoneTemplate, order.language).value_or(*found);
        words = *found;
    }
    const HospitalSettings settings = m_settings();
    const bool isShort = order.channel == Channel::Sms && !settings.shortName.isEmpty();
    const TemplateValues values{.name = patient ? patient->name : QString(),
        .hospital = isShort ? settings.shortName : settings.name,
        .ward = !order.ward.isEmpty() ? order.ward
            : patient                 ? patient->ward
                                      : QString(),
        .appointment = order.appointmentTime,
        .alsoAt = order.alsoAt,
        .zone = settings.timeZone.toLatin1()};
    const FilledTemplate filled = fillTemplate(words.text, words.language, values, m_clock.now());
    return ComposedMessage{filled.text, words.language, filled.missing};
}

} // namespace accueil
