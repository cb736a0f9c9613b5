#pragma once

#include "app/domain/understanding.h"
#include "db/database.h"

namespace accueil {

// What people corrected of the engine's readings, and which feedback an engine has yet to read. Writing calls belong
// inside a transaction.
class UnderstandingRepository
{
public:
    explicit UnderstandingRepository(Database &database)
        : m_database(database)
    {
    }

    UnderstandingCorrection append(UnderstandingCorrection correction); // with its id
    QList<UnderstandingCorrection> corrections(FeedbackId feedback); // oldest first
    std::optional<UnderstandingCorrection> lastCorrection(FeedbackId feedback, qint64 textTag); // of this very text
    // The last one of each feedback, with the feedback's language.
    QList<std::pair<Language, UnderstandingCorrection>> lastCorrections();

    // In the order of their rows, after `after`: what another version of the engine read, or none.
    QList<FeedbackId> outdated(const QString &version, FeedbackId after, int most);
    qint64 countOutdated(const QString &version);
    qint64 countFeedback();

private:
    qint64 count(const QString &sql, const QVariantList &values);

    Database &m_database;
};

} // namespace accueil
