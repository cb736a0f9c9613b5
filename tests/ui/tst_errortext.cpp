#include "app/domain/fielderrorkeys.h"
#include "ui/errortext.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

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
