#include "db/promptrepository.h"

#include "app/security/random.h"
#include "db/cellvalues.h"

#include <algorithm>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

const QString columns
    = u"name, language, media_type, size, sha256, recorded_by, recorder, recorded_at, reviewer, reviewed_at"_s;
constexpr int columnCount = 10;

CellAddress bytesOf(qint64 id)
{
    return {"prompts", "bytes_enc", id};
}

QVariantList values(const PromptAddress &address)
{
    return {promptKeyTable.key(address.key), languageTable.key(address.language)};
}

// Nothing of what another version of the program says and this one does not know.
std::optional<Prompt> promptOf(const QSqlQuery &row)
{
    const auto key = promptKeyTable.value(row.value(0).toString());
    const auto language = languageTable.value(row.value(1).toString());
    if (!key || !language)
        return std::nullopt;
    Prompt prompt{.address = {*key, *language},
        .mediaType = row.value(2).toString(),
        .size = row.value(3).toLongLong(),
        .sha256 = row.value(4).toString(),
        .recordedBy = optionalId<UserId>(row.value(5)).value_or(UserId{}),
        .recorder = row.value(6).toString(),
        .recordedAt = storedTime(row.value(7))};
    if (const auto reviewedAt = optionalTime(row.value(9)))
        prompt.review = PromptReview{row.value(8).toString(), *reviewedAt};
    return prompt;
}

} // namespace

QList<Prompt> PromptRepository::all()
{
    QSqlQuery &query = m_database.execute(u"SELECT %1 FROM prompts"_s.arg(columns));
    QList<Prompt> prompts;
    while (query.next()) {
        if (const auto prompt = promptOf(query))
            prompts << *prompt;
    }
    std::ranges::sort(prompts, {}, &Prompt::address);
    return prompts;
}

std::optional<Prompt> PromptRepository::find(const PromptAddress &address)
{
    QSqlQuery &query
        = m_database.execute(u"SELECT %1 FROM prompts WHERE name = ? AND language = ?"_s.arg(columns), values(address));
    return query.next() ? promptOf(query) : std::nullopt;
}

std::optional<PromptRecording> PromptRepository::recording(const PromptAddress &address)
{
    return read(u"name = ? AND language = ?"_s, values(address));
}

std::optional<PromptRecording> PromptRepository::recording(const QString &sha256)
{
    return read(u"sha256 = ?"_s, {sha256});
}

std::optional<PromptRecording> PromptRepository::read(const QString &condition, const QVariantList &values)
{
    QSqlQuery &query = m_database.execute(
        u"SELECT %1, id, bytes_enc FROM prompts WHERE %2 ORDER BY id LIMIT 1"_s.arg(columns, condition), values);
    if (!query.next())
        return std::nullopt;
    const auto prompt = promptOf(query);
    if (!prompt)
        return std::nullopt;
    return PromptRecording{*prompt,
        m_cipher.fields.decrypt(
            query.value(columnCount + 1).toByteArray(), bytesOf(query.value(columnCount).toLongLong()))};
}

Prompt PromptRepository::replace(Prompt prompt, const QByteArray &bytes)
{
    remove(prompt.address);
    const qint64 id = m_database.nextId("prompts");
    prompt.size = bytes.size();
    prompt.sha256 = QString::fromLatin1(sha256Hex(bytes));
    prompt.review.reset();
    m_database.execute(u"INSERT INTO prompts (id, name, language, media_type, size, sha256, bytes_enc, recorded_by,"
                       " recorder, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        QVariantList{id} + values(prompt.address)
            + QVariantList{prompt.mediaType, prompt.size, prompt.sha256, m_cipher.fields.encrypt(bytes, bytesOf(id)),
                prompt.recordedBy ? QVariant(prompt.recordedBy.value) : QVariant(), prompt.recorder,
                prompt.recordedAt.toMSecsSinceEpoch()});
    return prompt;
}

bool PromptRepository::setReview(const PromptAddress &address, const QString &sha256, const PromptReview &review)
{
    return m_database
               .execute(u"UPDATE prompts SET reviewer = ?, reviewed_at = ?"
                        " WHERE name = ? AND language = ? AND sha256 = ?"_s,
                   QVariantList{review.reviewer, review.at.toMSecsSinceEpoch()} + values(address)
                       + QVariantList{sha256})
               .numRowsAffected()
        == 1;
}

void PromptRepository::remove(const PromptAddress &address)
{
    m_database.execute(u"DELETE FROM prompts WHERE name = ? AND language = ?"_s, values(address));
}

} // namespace accueil
