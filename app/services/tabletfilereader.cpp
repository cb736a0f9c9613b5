#include "app/services/tabletfilereader.h"

#include "app/security/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <array>
#include <cmath>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int knownVersion = 1;

struct TextField
{
    QStringView name;
    QString FeedbackDraft::*member;
};

struct RatingField
{
    QStringView name;
    std::optional<int> Ratings::*member;
};

constexpr std::array texts{
    TextField{u"client_id", &FeedbackDraft::clientId},
    TextField{u"patient_id", &FeedbackDraft::patientReference},
    TextField{u"ward", &FeedbackDraft::ward},
    TextField{u"comments", &FeedbackDraft::comments},
    TextField{u"phone_number", &FeedbackDraft::phoneNumber},
};

constexpr std::array ratings{
    RatingField{u"treatment_satisfaction", &Ratings::treatmentSatisfaction},
    RatingField{u"communication_rating", &Ratings::communicationRating},
    RatingField{u"facility_rating", &Ratings::facilityRating},
    RatingField{u"overall_experience", &Ratings::overallExperience},
    RatingField{u"recommendation_likelihood", &Ratings::recommendationLikelihood},
    RatingField{u"emoji_rating", &Ratings::emojiRating},
};

std::optional<QDateTime> timeOf(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? std::optional(time.toUTC()) : std::nullopt;
}

bool isWhole(const QJsonValue &value)
{
    const double number = value.toDouble();
    return value.isDouble() && std::floor(number) == number && std::abs(number) < 1e9;
}

// The members of one item, as POST /api/sync takes them. Null is the same as absent.
class ItemReader
{
public:
    explicit ItemReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    SubmittedItem read()
    {
        m_item.draft.method = SubmissionMethod::Tablet;
        for (const TextField &field : texts)
            take(field.name, &QJsonValue::isString, u"wrongType", [&](const QJsonValue &value) {
                m_item.draft.*field.member = value.toString();
                return true;
            });
        for (const RatingField &field : ratings)
            take(field.name, isWhole, u"wrongType", [&](const QJsonValue &value) {
                m_item.draft.ratings.*field.member = value.toInt();
                return true;
            });
        take(u"callback_requested", &QJsonValue::isBool, u"wrongType", [&](const QJsonValue &value) {
            m_item.draft.callbackRequested = value.toBool();
            return true;
        });
        take(u"language", &QJsonValue::isString, u"unknownValue", [&](const QJsonValue &value) {
            const std::optional<Language> language = parseLanguage(value.toString());
            m_item.draft.language = language.value_or(Language::French);
            return language.has_value();
        });
        take(u"submitted_at", &QJsonValue::isString, u"notATime", [&](const QJsonValue &value) {
            m_item.draft.feedbackDate = timeOf(value);
            return m_item.draft.feedbackDate.has_value();
        });
        for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
            if (!m_known.contains(member.key()))
                refuse(member.key(), u"unknownField");
        }
        return m_item;
    }

private:
    template <typename IsRight, typename Take>
    void take(QStringView name, IsRight isRight, QStringView wrongValue, Take taken)
    {
        const QString key = name.toString();
        m_known.insert(key);
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || value.isNull())
            return;
        if (!std::invoke(isRight, value))
            refuse(key, u"wrongType");
        else if (!taken(value))
            refuse(key, wrongValue);
    }
    void refuse(const QString &name, QStringView key) { m_item.errors += FieldError{name, key.toString()}; }

    const QJsonObject m_object;
    QSet<QString> m_known;
    SubmittedItem m_item;
};

LeftAnswer readEntry(const QJsonValue &value)
{
    const QJsonObject entry = value.toObject();
    LeftAnswer answer{ItemReader(entry.value(u"item"_s).toObject()).read(), {}};
    const QJsonValue audio = entry.value(u"audio"_s);
    if (!audio.isObject())
        return answer;
    const AudioClaim claim{audio.toObject().value(u"sha256"_s).toString().toLatin1().toLower(),
        audio.toObject().value(u"size"_s).toInteger()};
    const auto bytes = QByteArray::fromBase64Encoding(
        entry.value(u"recording_base64"_s).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const bool isHere = bytes && bytes.decoded.size() == claim.size && sha256Hex(bytes.decoded) == claim.sha256;
    (isHere ? answer.item.audio : answer.item.lostAudio) = claim;
    if (isHere)
        answer.recording = bytes.decoded;
    return answer;
}

} // namespace

Result<TabletFile> readTabletFile(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const QJsonValue version = root.value(u"format_version"_s);
    if (root.value(u"format"_s) != u"accueil-tablet-queue"_s || !isWhole(version) || version.toInt() < 1)
        return fail(ErrorCode::Invalid, {{u"file"_s, u"notATabletFile"_s}});
    if (version.toInt() > knownVersion)
        return fail(ErrorCode::Invalid, {{u"file"_s, u"newerFormat"_s}});
    const std::optional<QDateTime> exportedAt = timeOf(root.value(u"exported_at"_s));
    if (!exportedAt || !root.value(u"entries"_s).isArray())
        return fail(ErrorCode::Invalid, {{u"file"_s, u"notATabletFile"_s}});
    const QJsonObject device = root.value(u"device"_s).toObject();
    TabletFile file{.exportedAt = *exportedAt,
        .device = {device.value(u"id"_s).toInteger()},
        .deviceName = device.value(u"name"_s).toString(),
        .ward = device.value(u"ward"_s).toString()};
    if (const QJsonValue offset = root.value(u"clock_offset_ms"_s); offset.isDouble())
        file.clockOffset = std::chrono::milliseconds(qint64(std::clamp(offset.toDouble(), -1e13, 1e13)));
    const QJsonArray entries = root.value(u"entries"_s).toArray();
    for (const QJsonValue entry : entries)
        file.answers += readEntry(entry);
    return file;
}

} // namespace accueil
