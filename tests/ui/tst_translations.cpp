#include "ui/errortext.h"
#include "ui/preferences.h"
#include "ui/translator.h"

#include <QProcess>
#include <QXmlStreamReader>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// The sources of what has no finished translation in a .ts file.
QStringList unfinishedIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {u"the file cannot be read"_s};
    QXmlStreamReader xml(&file);
    QStringList unfinished;
    QString source;
    int messages = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "message"_L1) {
            ++messages;
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            const bool open = xml.attributes().value("type"_L1) == "unfinished"_L1;
            if (xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().isEmpty() || open)
                unfinished.append(source);
        }
    }
    if (messages < 5)
        unfinished.append(u"there are hardly any texts"_s);
    return unfinished;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySentenceIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("French, everything") << u"fr"_s << QStringList();
        QTest::newRow("English, plurals: the rest are the sources") << u"en"_s << QStringList{u"-pluralonly"_s};
    }
    void everySentenceIsTranslated()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, options);
        const QDir top(QStringLiteral(ACCUEIL_SOURCE_DIR));
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"accueil_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(top.filePath(u"translations/accueil_%1.ts"_s.arg(language)), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(top.path());
        lupdate.start(QStringLiteral(LUPDATE),
            QStringList{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s,
                u"-source-language"_s, u"en"_s, u"-target-language"_s, language}
                + options + QStringList{u"ui"_s, u"app"_s, u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QStringList unfinished = unfinishedIn(copy);
        QVERIFY2(unfinished.isEmpty(),
            qPrintable(u"not translated (run translations/update.sh, then translate): "_s + unfinished.join(u" | "_s)));
    }

    void placeholdersAndMnemonicsSurvive()
    {
        QFile file(QDir(QStringLiteral(ACCUEIL_SOURCE_DIR)).filePath(u"translations/accueil_fr.ts"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        static const QRegularExpression mark(u"%n|%[0-9]|\\{[a-z]+\\}"_s);
        const auto marks = [](const QString &text) {
            QStringList found;
            for (auto it = mark.globalMatch(text); it.hasNext();)
                found.append(it.next().captured());
            found.removeDuplicates();
            found.sort();
            return found;
        };
        QString source;
        bool plural = false;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "message"_L1) {
                plural = xml.attributes().hasAttribute("numerus"_L1);
            } else if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == (plural ? "numerusform"_L1 : "translation"_L1)) {
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QStringList wanted = marks(source);
                if (plural && !text.contains(u"%n"_s))
                    wanted.removeAll(u"%n"_s); // "one record" may be said without the figure
                QVERIFY2(marks(text) == wanted, qPrintable(source));
                QVERIFY2(source.contains(QRegularExpression(u"&[A-Za-z]"_s))
                        == text.contains(QRegularExpression(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption)),
                    qPrintable(source));
            }
        }
    }

    void languageChangesWithoutRestart()
    {
        const QTemporaryDir folder;
        Preferences preferences(folder.filePath(u"window.ini"_s));
        Translator translator(preferences);
        QCOMPARE(translator.language(), u"fr"_s);
        QCOMPARE(fieldErrorText({{}, u"required"_s}), u"À compléter."_s);
        QCOMPARE(QLocale().language(), QLocale::French);
        QSignalSpy changed(&translator, &Translator::languageChanged);
        translator.choose(u"en"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(fieldErrorText({{}, u"required"_s}), u"Please fill this in."_s);
        QCOMPARE(errorText(Error{.code = ErrorCode::TooManyAttempts, .fields = {}, .retryAfterSeconds = 1}),
            u"Too many tries. Please wait 1 second."_s);
        QCOMPARE(preferences.language(), u"en"_s);
    }

    void localLanguagesFallBackToFrench_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"dua", "bas", "ewo"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void localLanguagesFallBackToFrench()
    {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        Preferences preferences(folder.filePath(u"window.ini"_s));
        Translator translator(preferences);
        translator.choose(language);
        QCOMPARE(fieldErrorText({{}, u"required"_s}), u"À compléter."_s);
    }

    void buttonsOfQtSpeakFrenchToo()
    {
        const QTemporaryDir folder;
        Preferences preferences(folder.filePath(u"window.ini"_s));
        Translator translator(preferences);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Annuler"_s);
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
