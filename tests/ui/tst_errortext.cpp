#include "app/domain/fielderrorkeys.h"
#include "app/domain/reasonkeys.h"
#include "ui/errortext.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// The reasons that a source file gives: what it assigns to a `reason`, hands to AttemptRecorder or markLate, returns
// from a function that answers with one, gives as what forbids or delays a message, or holds in a table of them.
QSet<QString> reasonsIn(const QString &source)
{
    static const QList<QRegularExpression> places{QRegularExpression(u"(?<!message\\.)\\breason\\s*=[^;,}]*"_s),
        QRegularExpression(u"(?:m_recorder\\.|markLate)[^;]*;"_s),
        QRegularExpression(u"(?:ReasonCause|SendRefusal|SendDelay)\\{[^}]*\\}"_s),
        QRegularExpression(u"(?:ErrorRow|ErrorRule|StatusRow)\\{[^,}]*,([^}]*)\\}"_s),
        QRegularExpression(u"ReasonKey \\w+ = [^;]*;"_s),
        QRegularExpression(u"^ReasonKey \\S+\\([^{;]*\\{.*?^\\}"_s,
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption)};
    static const QRegularExpression literal(u"u\"([a-z][A-Za-z]+)\""_s);
    QSet<QString> reasons;
    for (const QRegularExpression &place : places) {
        for (const QRegularExpressionMatch &match : place.globalMatch(source)) {
            for (const QRegularExpressionMatch &key : literal.globalMatch(match.captured(match.lastCapturedIndex())))
                reasons.insert(key.captured(1));
        }
    }
    return reasons;
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRuleHasASentence()
    {
        const QStringList known = knownFieldErrorKeys();
        for (const FieldErrorKey &row : fieldErrorKeys)
            QVERIFY2(known.contains(row.key.toString()), qPrintable(row.key.toString()));
    }

    void noSentenceIsForARuleThatDoesNotExist()
    {
        for (const QString &key : knownFieldErrorKeys())
            QVERIFY2(isFieldErrorKey(key), qPrintable(key));
    }

    void limitsAreInTheSentence()
    {
        const QString text = fieldErrorText({u"password"_s, u"tooShort"_s, {{u"min"_s, 10}}});
        QVERIFY2(text.contains(u"10"_s), qPrintable(text));
        QVERIFY(!text.contains(u'{'));
    }

    void suggestionIsInTheSentence()
    {
        const QString text
            = fieldErrorText({u"phone_number"_s, u"oldNumber"_s, {{u"suggestion"_s, u"+237677000000"_s}}});
        QVERIFY2(text.contains(u"+237677000000"_s), qPrintable(text));
    }

    void everyFailureHasItsOwnSentence()
    {
        QSet<QString> sentences;
        const QList<ErrorCode> codes{ErrorCode::Invalid, ErrorCode::NotFound, ErrorCode::Conflict,
            ErrorCode::VersionMismatch, ErrorCode::Unauthenticated, ErrorCode::Forbidden, ErrorCode::TooManyAttempts,
            ErrorCode::TooLarge, ErrorCode::UnsupportedMedia, ErrorCode::Unavailable};
        for (const ErrorCode code : codes)
            sentences.insert(errorText(Error{.code = code, .fields = {}, .retryAfterSeconds = 4}));
        QCOMPARE(sentences.size(), codes.size());
        QVERIFY(!sentences.contains(QString()));
    }

    void everyReasonHasASentence()
    {
        const QStringList known = knownReasonKeys();
        for (const QStringView key : reasonKeys)
            QVERIFY2(known.contains(key.toString()), qPrintable(key.toString()));
        for (const QString &key : known)
            QVERIFY2(isReasonKey(key), qPrintable(key));
        QCOMPARE(known.size(), qsizetype(reasonKeys.size()));
    }

    void everyReasonThatTheSourcesGiveIsKnown()
    {
        QSet<QString> given;
        for (const QString &folder : {u"domain"_s, u"services"_s, u"gateways"_s}) {
            QDirIterator files(QStringLiteral(ACCUEIL_SOURCE_DIR) + u"/app/"_s + folder, {u"*.cpp"_s}, QDir::Files);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QSet<QString> reasons = reasonsIn(QString::fromUtf8(file.readAll()));
                for (const QString &reason : reasons)
                    QVERIFY2(isReasonKey(reason), qPrintable(u"%1 in %2"_s.arg(reason, file.fileName())));
                given += reasons;
            }
        }
        for (const QStringView key : reasonKeys) // the search sees them all
            QVERIFY2(given.contains(key.toString()), qPrintable(key.toString()));
    }

    void reasonsAreSentencesAndUnknownOnesStayReadable()
    {
        for (const QString &reason : knownReasonKeys())
            QVERIFY2(reasonText(reason).contains(u' '), qPrintable(reason));
        QCOMPARE(reasonText(u"somethingNew"_s), u"somethingNew"_s);
        QCOMPARE(reasonText({}), QString());
    }
};

QTEST_MAIN(ErrorTextTest)
#include "tst_errortext.moc"
