#include "db/tabletcontentrepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr CellAddress pinCell{"tablet_content", "pin_enc", 1};

QString questionsText(const TabletQuestions &questions)
{
    QStringList keys;
    for (const TabletQuestion question : questions)
        keys << tabletQuestionTable.key(question);
    return keys.join(u' ');
}

TabletQuestions questionsOf(const QString &text)
{
    TabletQuestions questions;
    for (const QString &key : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto question = tabletQuestionTable.value(key))
            questions << *question;
    }
    return questions;
}

// "iterations salt hash", the latter two in hexadecimal.
QByteArray pinBytes(const ExitPin &pin)
{
    return QByteArray::number(pin.iterations) + ' ' + pin.salt.toHex() + ' ' + pin.hash.toHex();
}

ExitPin pinOf(const QByteArray &bytes)
{
    const QByteArrayList parts = bytes.split(' ');
    Q_ASSERT(parts.size() == 3);
    return {
        .salt = QByteArray::fromHex(parts[1]), .iterations = parts[0].toInt(), .hash = QByteArray::fromHex(parts[2])};
}

} // namespace

TabletContent TabletContentRepository::load()
{
    TabletContent content;
    QSqlQuery &row = m_database.execute(u"SELECT callback_offered, ask_seconds, wipe_seconds, pin_enc IS NOT NULL,"
                                        " updated_at, version FROM tablet_content WHERE id = 1"_s);
    if (row.next()) {
        content.chosen.callbackOffered = row.value(0).toInt() != 0;
        content.chosen.askSeconds = row.value(1).toInt();
        content.chosen.wipeSeconds = row.value(2).toInt();
        content.hasPin = row.value(3).toBool();
        content.updatedAt = storedTime(row.value(4));
        content.version = row.value(5).toLongLong();
    }
    QSqlQuery &questions = m_database.execute(u"SELECT ward, questions FROM tablet_questions"_s);
    while (questions.next()) {
        const QString ward = questions.value(0).toString();
        (ward.isEmpty() ? content.chosen.questions : content.chosen.wardQuestions[ward])
            = questionsOf(questions.value(1).toString());
    }
    QSqlQuery &texts = m_database.execute(u"SELECT name, language, text FROM tablet_texts"_s);
    while (texts.next()) {
        const auto key = promptKeyTable.value(texts.value(0).toString());
        const auto language = languageTable.value(texts.value(1).toString());
        if (key && language)
            content.chosen.texts.insert({*key, *language}, texts.value(2).toString());
    }
    return content;
}

bool TabletContentRepository::save(const TabletContentDraft &content, qint64 version, const QDateTime &now)
{
    const QVariantList row{content.callbackOffered ? 1 : 0, content.askSeconds, content.wipeSeconds,
        now.toMSecsSinceEpoch(), m_database.nextId("tablet_versions")};
    const QSqlQuery &written = version == 0
        ? m_database.execute(u"INSERT INTO tablet_content (callback_offered, ask_seconds, wipe_seconds, updated_at,"
                             " version, id) VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO NOTHING"_s,
            row)
        : m_database.execute(u"UPDATE tablet_content SET callback_offered = ?, ask_seconds = ?, wipe_seconds = ?,"
                             " updated_at = ?, version = ? WHERE id = 1 AND version = ?"_s,
            row + QVariantList{version});
    if (written.numRowsAffected() != 1)
        return false;
    m_database.execute(u"DELETE FROM tablet_questions"_s);
    QMap<QString, TabletQuestions> questions = content.wardQuestions;
    questions.insert(u""_s, content.questions);
    for (auto ward = questions.begin(); ward != questions.end(); ++ward) {
        m_database.execute(u"INSERT INTO tablet_questions (ward, questions) VALUES (?, ?)"_s,
            {ward.key(), questionsText(ward.value())});
    }
    m_database.execute(u"DELETE FROM tablet_texts"_s);
    for (auto text = content.texts.begin(); text != content.texts.end(); ++text) {
        m_database.execute(u"INSERT INTO tablet_texts (name, language, text) VALUES (?, ?, ?)"_s,
            {promptKeyTable.key(text.key().key), languageTable.key(text.key().language), text.value()});
    }
    return true;
}

std::optional<ExitPin> TabletContentRepository::pin()
{
    QSqlQuery &query = m_database.execute(u"SELECT pin_enc FROM tablet_content WHERE id = 1 AND pin_enc IS NOT NULL"_s);
    if (!query.next())
        return std::nullopt;
    return pinOf(m_cipher.fields.decrypt(query.value(0).toByteArray(), pinCell));
}

void TabletContentRepository::setPin(const std::optional<ExitPin> &pin, const QDateTime &now)
{
    touch(now);
    m_database.execute(u"UPDATE tablet_content SET pin_enc = ? WHERE id = 1"_s,
        {pin ? QVariant(m_cipher.fields.encrypt(pinBytes(*pin), pinCell)) : QVariant(QByteArray())});
}

void TabletContentRepository::renameWard(const QString &from, const QString &to, const QDateTime &now)
{
    const QSqlQuery &known = m_database.execute(u"DELETE FROM tablet_questions WHERE ward = ?"
                                                " AND EXISTS (SELECT 1 FROM tablet_questions WHERE ward = ?)"_s,
        {from, to});
    const QSqlQuery &renamed = m_database.execute(u"UPDATE tablet_questions SET ward = ? WHERE ward = ?"_s, {to, from});
    if (known.numRowsAffected() + renamed.numRowsAffected() > 0)
        touch(now);
}

void TabletContentRepository::touch(const QDateTime &now)
{
    const TabletContentDraft standard;
    m_database.execute(
        u"INSERT INTO tablet_content (id, callback_offered, ask_seconds, wipe_seconds, updated_at, version)"
        " VALUES (1, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, version = excluded.version"_s,
        {standard.callbackOffered ? 1 : 0, standard.askSeconds, standard.wipeSeconds, now.toMSecsSinceEpoch(),
            m_database.nextId("tablet_versions")});
}

} // namespace accueil
