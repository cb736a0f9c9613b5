#include "app/services/understandingservice.h"

#include "app/understanding/understandingengine.h"

#include <QMap>
#include <QSet>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int perTransaction = 200; // a few tens of milliseconds, so that nobody waits long for the one writer

QList<FieldError> brokenRules(const CorrectionDraft &draft)
{
    QList<FieldError> errors;
    QSet<QString> seen;
    for (const QString &topic : draft.topics) {
        if (!topicTable.value(topic) || seen.contains(topic)) {
            errors += FieldError{u"topics"_s, u"unknownValue"_s};
            break;
        }
        seen.insert(topic);
    }
    return errors;
}

// In the order of the table, so that equal sets are equal lists.
QStringList ordered(const QStringList &topics)
{
    QStringList keys;
    for (const auto &row : topicTable.rows) {
        if (topics.contains(row.key))
            keys += row.key.toString();
    }
    return keys;
}

} // namespace

UnderstandingService::UnderstandingService(Database &database, const StoreCipher &cipher, const Clock &clock,
    DomainEvents &events, const UnderstandingEngine &engine)
    : m_database(database)
    , m_cipher(cipher)
    , m_clock(clock)
    , m_events(events)
    , m_engine(engine)
    , m_feedback(database, cipher)
    , m_understanding(database)
    , m_audit(database)
    , m_cases(database, cipher, clock)
{
}

Result<Explanation> UnderstandingService::explain(const Session &who, FeedbackId id)
{
    if (const auto allowed = require(who, Permission::ReadFeedback); !allowed)
        return tl::unexpected(allowed.error());
    const std::optional<Feedback> feedback = m_feedback.find(id);
    if (!feedback)
        return fail(ErrorCode::NotFound);
    const TextToRead text = textToRead(*feedback);
    return Explanation{.feedback = *feedback,
        .text = text,
        .reading = m_engine.explain(text.text, text.language),
        .engineVersion = m_engine.version(),
        .corrections = m_understanding.corrections(id)};
}

Result<Explanation> UnderstandingService::correct(const Session &who, FeedbackId id, const CorrectionDraft &draft)
{
    if (const auto allowed = require(who, Permission::EditFeedback); !allowed)
        return tl::unexpected(allowed.error());
    if (const QList<FieldError> errors = brokenRules(draft); !errors.isEmpty())
        return fail(ErrorCode::Invalid, errors);
    {
        Transaction transaction{m_database};
        const std::optional<Feedback> before = m_feedback.findForUpdate(id);
        if (!before)
            return fail(ErrorCode::NotFound);
        const TextToRead text = textToRead(*before);
        if (text.source == TextToRead::Source::None)
            return fail(ErrorCode::Invalid, {{u"comments"_s, u"required"_s}});
        const TextReading reading = m_engine.read(text.text, text.language);
        const UnderstandingCorrection correction = m_understanding.append({.feedback = id,
            .sentiment = draft.sentiment,
            .topics = ordered(draft.topics),
            .engineSentiment = reading.sentiment,
            .engineTopics = topicKeys(reading.topics),
            .engineVersion = m_engine.version(),
            .textTag = textTag(m_cipher.index, *before),
            .author = who.user,
            .authorName = who.username,
            .createdAt = m_clock.now()});
        Feedback after = *before;
        understand(after, m_engine, correction);
        after.updatedAt = m_clock.now();
        ++after.version;
        m_feedback.update(*before, after);
        m_audit.append({.at = m_clock.now(),
            .actor = who.user.value,
            .actorName = who.username,
            .action = u"edited"_s,
            .entity = u"feedback"_s,
            .entityId = id.value,
            .detail = u"understanding"_s});
        m_cases.consider(who, after);
        transaction.commit();
    }
    Q_EMIT m_events.feedbackChanged(id);
    return explain(who, id);
}

Result<UnderstandingState> UnderstandingService::state(const Session &who)
{
    if (const auto allowed = require(who, Permission::ReadDashboard); !allowed)
        return tl::unexpected(allowed.error());
    QMap<Language, Agreement> byLanguage;
    for (const auto &[language, correction] : m_understanding.lastCorrections()) {
        Agreement &agreement = byLanguage[language];
        agreement.language = language;
        ++agreement.corrections;
        agreement.labels += correction.sentiment == correction.engineSentiment;
        agreement.topics += correction.topics == correction.engineTopics;
    }
    return UnderstandingState{.engineVersion = m_engine.version(),
        .feedback = m_understanding.countFeedback(),
        .remaining = m_understanding.countOutdated(m_engine.version()),
        .agreement = byLanguage.values()};
}

Result<AnalysisProgress> UnderstandingService::analyse(const Session &who, int most, const GoOn &goOn)
{
    if (const auto allowed = require(who, Permission::ManageSettings); !allowed)
        return tl::unexpected(allowed.error());
    AnalysisProgress progress{.remaining = m_understanding.countOutdated(m_engine.version())};
    FeedbackId last;
    while (!progress.interrupted) {
        const int wanted = most > 0 ? std::min<qint64>(perTransaction, most - progress.analysed) : perTransaction;
        const QList<FeedbackId> ids
            = wanted > 0 ? m_understanding.outdated(m_engine.version(), last, wanted) : QList<FeedbackId>();
        if (ids.isEmpty())
            break;
        Transaction transaction{m_database};
        for (FeedbackId id : ids)
            progress.changed += readAgain(id);
        transaction.commit();
        last = ids.last();
        progress.analysed += ids.size();
        progress.remaining = std::max<qint64>(0, progress.remaining - ids.size());
        progress.interrupted = goOn && !goOn(progress);
    }
    if (progress.changed > 0)
        Q_EMIT m_events.recordsImported();
    progress.remaining = m_understanding.countOutdated(m_engine.version());
    return progress;
}

std::optional<UnderstandingCorrection> UnderstandingService::correctionOf(const Feedback &feedback)
{
    return m_understanding.lastCorrection(feedback.id, textTag(m_cipher.index, feedback));
}

bool UnderstandingService::readAgain(FeedbackId id)
{
    const std::optional<Feedback> before = m_feedback.findForUpdate(id);
    if (!before || before->understandingVersion == m_engine.version()) // removed, or read by another desk meanwhile
        return false;
    Feedback after = *before;
    understand(after, m_engine, correctionOf(*before));
    const bool isOther = after.sentiment != before->sentiment || after.sentimentScore != before->sentimentScore
        || after.topics != before->topics || after.labelSource != before->labelSource;
    if (isOther) {
        after.updatedAt = m_clock.now();
        ++after.version;
    }
    m_feedback.update(*before, after);
    return isOther;
}

} // namespace accueil
