#include "app/domain/messagetemplate.h"

#include <QTimeZone>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);

TemplateValues values()
{
    return {.name = u"Awa Ngo"_s,
        .hospital = u"HGD"_s,
        .ward = u"Cardiologie"_s,
        .appointment = QDateTime(QDate(2026, 12, 1), QTime(23, 30), Qt::UTC),
        .zone = "Africa/Douala"};
}

} // namespace

class MessageTemplateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsPlaceholders_data();
    void fillsPlaceholders();
    void saysWhatIsMissing();
    void neverReadsValuesAsPlaceholders();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void takesGoodDrafts_data();
    void takesGoodDrafts();
};

void MessageTemplateTest::fillsPlaceholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("filled");
    using enum Language;
    QTest::newRow("names") << u"{hospital}: {name}, {ward}"_s << French << u"HGD: Awa Ngo, Cardiologie"_s;
    // 23:30 UTC is half past midnight of the next day in Douala.
    QTest::newRow("French date") << u"le {date} à {time}"_s << French << u"le mercredi 2 décembre à 00:30"_s;
    QTest::newRow("English date") << u"on {date} at {time}"_s << English << u"on Wednesday 2 December at 00:30"_s;
    QTest::newRow("Duala weekday") << u"{date}"_s << Duala
                                   << QLocale(QLocale::Duala).toString(QDate(2026, 12, 2), u"dddd d MMMM"_s);
    QTest::newRow("the same twice") << u"{time} {time}"_s << French << u"00:30 00:30"_s;
    QTest::newRow("no placeholder") << u"Bonjour."_s << French << u"Bonjour."_s;
    QTest::newRow("nothing") << QString() << French << QString();
}

void MessageTemplateTest::fillsPlaceholders()
{
    QFETCH(QString, text);
    QFETCH(Language, language);
    const FilledTemplate filled = fillTemplate(text, language, values(), now);
    QTEST(filled.text, "filled");
    QCOMPARE(filled.missing, QStringList());
    // The year only where it is not the present one.
    TemplateValues later = values();
    later.appointment = later.appointment->addYears(1);
    if (text == u"le {date} à {time}")
        QCOMPARE(fillTemplate(text, language, later, now).text, u"le jeudi 2 décembre 2027 à 00:30"_s);
}

void MessageTemplateTest::saysWhatIsMissing()
{
    const TemplateValues nothing{.zone = "Africa/Douala"};
    const FilledTemplate filled = fillTemplate(u"{name}, {date} {time} {name}", Language::French, nothing, now);
    QCOMPARE(filled.text, u"{name}, {date} {time} {name}"_s);
    QCOMPARE(filled.missing, (QStringList{u"{name}"_s, u"{date}"_s, u"{time}"_s}));
}

void MessageTemplateTest::neverReadsValuesAsPlaceholders()
{
    TemplateValues tricky = values();
    tricky.name = u"{hospital}"_s;
    QCOMPARE(fillTemplate(u"{name}", Language::French, tricky, now).text, u"{hospital}"_s);
}

void MessageTemplateTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<TemplateDraft>("draft");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *name, const QString &field, const QString &key, auto spoil) {
        TemplateDraft draft{.name = u"vaccination"_s, .text = u"Bonjour {name}"_s};
        spoil(draft);
        QTest::newRow(name) << draft << field << key;
    };
    row("no name", u"name"_s, u"required"_s, [](TemplateDraft &draft) { draft.name = u" "_s; });
    row("capitals", u"name"_s, u"badTemplateName"_s, [](TemplateDraft &draft) { draft.name = u"Vaccin"_s; });
    row("a dot, which parts name and language", u"name"_s, u"badTemplateName"_s,
        [](TemplateDraft &draft) { draft.name = u"a.fr"_s; });
    row("digit first", u"name"_s, u"badTemplateName"_s, [](TemplateDraft &draft) { draft.name = u"1a"_s; });
    row("name too long", u"name"_s, u"badTemplateName"_s,
        [](TemplateDraft &draft) { draft.name = u"a"_s.repeated(65); });
    row("text too long", u"text"_s, u"tooLong"_s, [](TemplateDraft &draft) { draft.text = u"a"_s.repeated(1601); });
    row("unknown placeholder", u"text"_s, u"unknownPlaceholder"_s,
        [](TemplateDraft &draft) { draft.text = u"{doctor}"_s; });
    row("placeholder in capitals", u"text"_s, u"unknownPlaceholder"_s,
        [](TemplateDraft &draft) { draft.text = u"{Name}"_s; });
    row("brace left open", u"text"_s, u"unknownPlaceholder"_s,
        [](TemplateDraft &draft) { draft.text = u"Bonjour {name"_s; });
    row("brace never opened", u"text"_s, u"unknownPlaceholder"_s,
        [](TemplateDraft &draft) { draft.text = u"Bonjour name}"_s; });
    row("brace in a brace", u"text"_s, u"unknownPlaceholder"_s,
        [](TemplateDraft &draft) { draft.text = u"{{name}}"_s; });
}

void MessageTemplateTest::refusesBrokenDrafts()
{
    QFETCH(TemplateDraft, draft);
    const QList<FieldError> errors = validate(draft);
    QCOMPARE(errors.size(), 1);
    QTEST(errors.constFirst().field, "field");
    QTEST(errors.constFirst().key, "key");
}

void MessageTemplateTest::takesGoodDrafts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::newRow("every placeholder") << u"a"_s << u"{name}{hospital}{ward}{date}{time}"_s;
    QTest::newRow("still to be written") << u"follow-up_2"_s << QString();
    QTest::newRow("the longest name") << u"a"_s.repeated(64) << u"x"_s;
}

void MessageTemplateTest::takesGoodDrafts()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QCOMPARE(validate(TemplateDraft{.name = name, .text = text}), QList<FieldError>());
}

QTEST_GUILESS_MAIN(MessageTemplateTest)
#include "tst_messagetemplate.moc"
