#include "app/services/messagecomposer.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString sharedPhoneTemplate = u"shared_phone"_s;

MessageOrder minimalOrder(MessageOrder order)
{
    order.templateName = sharedPhoneTemplate;
    return order;
}

bool goesToSharedPhone(const Patient &patient, Channel channel)
{
    return patient.phoneIsShared && channel != Channel::Email;
}

} // namespace

MessageComposer::MessageComposer(Database &database, const Clock &clock, std::function<HospitalSettings()> settings)
    : m_clock(clock)
    , m_settings(std::move(settings))
    , m_book(database)
{
}

Result<ComposedMessage> MessageComposer::compose(const MessageOrder &order, const std::optional<Patient> &patient)
{
    if (order.templateName.isEmpty())
        return filled({order.text, order.language}, order, patient);
    const std::optional<Wording> words = m_book.wording(order.templateName, order.language);
    if (!words)
        return fail(ErrorCode::Invalid, {{u"template"_s, u"unknownTemplate"_s}});
    const bool isMinimal = order.isMinimal || (patient && goesToSharedPhone(*patient, order.channel));
    return isMinimal ? always(minimalOrder(order), patient) : filled(*words, order, patient);
}

std::optional<QString> MessageComposer::minimalWords(const Patient &patient, Channel channel, Language language)
{
    if (!goesToSharedPhone(patient, channel))
        return std::nullopt;
    return always(minimalOrder({.language = language, .channel = channel}), patient).text;
}

ComposedMessage MessageComposer::always(const MessageOrder &order, const std::optional<Patient> &patient)
{
    if (const std::optional<Wording> own = m_book.wording(order.templateName, order.language)) {
        const ComposedMessage message = filled(*own, order, patient);
        if (message.missing.isEmpty())
            return message;
    }
    for (const Language language : {order.language, Language::French}) {
        const std::optional<MessageTemplate> shipped = TemplateBook::shipped(order.templateName, language);
        if (shipped && shipped->isWritten())
            return filled({shipped->text, language}, order, patient);
    }
    Q_UNREACHABLE(); // all are shipped in French
}

ComposedMessage MessageComposer::filled(
    const Wording &words, const MessageOrder &order, const std::optional<Patient> &patient) const
{
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
    return {filled.text, words.language, filled.missing};
}

} // namespace accueil
