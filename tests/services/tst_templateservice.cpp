#include "app/services/settingsservice.h"
#include "app/services/templateservice.h"
#include "tests/support/room.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct TemplateRoom : Room
{
    using Room::Room;
    SettingsService settings{store.database(), store.cipher(), clock, events, {}};
    TemplateService templates{store.database(), store.cipher(), clock, events, [this] { return settings.current(); }};

    MessageTemplate found(const QString &name, Language language)
    {
        return templates.find(viewer, name, language).value();
    }
    Result<MessageTemplate> write(const QString &name, Language language, const QString &text)
    {
        TemplateDraft draft = draftOf(found(name, language));
        draft.text = text;
        return templates.edit(manager, name, language, draft);
    }
};

} // namespace

// The words of reminders, on both databases.
class TemplateServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void shipsEveryPurposeInFrenchAndEnglish();
    void shipsWordsThatCostAndTellLittle();
    void marksWhatIsStillToBeWritten();
    void putsTheHospitalsWordsInPlaceOfTheShipped();
    void givesTheShippedWordsBack();
    void keepsAVersionNobodyHadBefore();
    void refusesToOverwriteAnothersChange();
    void addsATemplateOfTheHospitalsOwn();
    void hasOnePurposeForAllLanguages();
    void asksForPermission();
    void tellsAfterTheCommitAndWritesTheAudit();
    void previewsWithAPatient();
    void fallsBackToFrenchOpenly();
    void countsWhatTheMessageCosts();
    void countsThePlainSpellingWhereTheSenderTakesNoOther();
    void refusesWordsThatAskForAReplyNobodyReceives();
    void saysWhichWordsAskInVainOnceTheSenderChanged();
    void findsWhatGivesThePatientAway();
    void refusesAPreviewOfNothing();

private:
    std::unique_ptr<TemplateRoom> room()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<TemplateRoom>(dialect);
    }
};

void TemplateServiceTest::shipsEveryPurposeInFrenchAndEnglish()
{
    const auto room = this->room();
    const QList<MessageTemplate> all = room->templates.list(room->viewer).value();
    for (const auto &purpose : purposeTable.rows) {
        for (const Language language : {Language::French, Language::English}) {
            QVERIFY2(std::any_of(all.begin(), all.end(),
                         [&](const MessageTemplate &wording) {
                             return wording.purpose == purpose.value && wording.language == language
                                 && wording.isWritten() && wording.isActive;
                         }),
                qPrintable(purpose.key.toString()));
        }
    }
    for (const MessageTemplate &wording : all) {
        QCOMPARE(validate(draftOf(wording)), QList<FieldError>());
        QCOMPARE(wording.origin, TemplateOrigin::Shipped);
    }
    QCOMPARE(all.size() % qsizetype(languageTable.rows.size()), 0);
}

void TemplateServiceTest::shipsWordsThatCostAndTellLittle()
{
    const auto room = this->room();
    const Patient patient = room->patients.create(room->reception, {.name = u"Emmanuel Atangana Mvogo"_s}).value();
    HospitalSettings settings = room->settings.current();
    settings.name = u"Hôpital Général de Douala"_s;
    settings.shortName = u"HGD"_s;
    QVERIFY(room->settings.save(Session::system(), settings));
    const QList<MessageTemplate> all = room->templates.list(room->viewer).value();
    for (const MessageTemplate &wording : all) {
        if (!wording.isWritten())
            continue;
        const MessagePreview preview = room->templates
                                           .preview(room->viewer,
                                               {.templateName = wording.name,
                                                   .language = wording.language,
                                                   .patientReference = patient.patientNumber,
                                                   .appointmentTime = room->clock.now().addDays(30)})
                                           .value();
        QCOMPARE(preview.missing, QStringList());
        QCOMPARE(preview.sensitive, QList<SensitiveWords>());
        QVERIFY2(preview.plainSms.segments <= 2, qPrintable(wording.key()));
        QCOMPARE(preview.plainSms.alphabet, SmsAlphabet::Gsm7);
    }
}

void TemplateServiceTest::marksWhatIsStillToBeWritten()
{
    const auto room = this->room();
    for (const Language language : {Language::Duala, Language::Basaa, Language::Ewondo})
        QVERIFY(!room->found(u"appointment"_s, language).isWritten());
}

void TemplateServiceTest::putsTheHospitalsWordsInPlaceOfTheShipped()
{
    const auto room = this->room();
    const MessageTemplate before = room->found(u"appointment"_s, Language::French);
    const MessageTemplate after
        = room->write(u"appointment"_s, Language::French, u"  Venez {name} le {date}.\r\n"_s).value();
    QCOMPARE(after.text, u"Venez {name} le {date}."_s);
    QCOMPARE(after.origin, TemplateOrigin::Changed);
    QCOMPARE(after.purpose, before.purpose);
    QCOMPARE(after.updatedAt.value(), room->clock.now());
    QCOMPARE(room->found(u"appointment"_s, Language::French), after);
    QCOMPARE(room->found(u"appointment"_s, Language::English).origin, TemplateOrigin::Shipped);
    const QList<MessageTemplate> all = room->templates.list(room->viewer).value();
    QCOMPARE(std::count(all.begin(), all.end(), after), 1);
    QCOMPARE(std::count(all.begin(), all.end(), before), 0);
}

void TemplateServiceTest::givesTheShippedWordsBack()
{
    const auto room = this->room();
    const MessageTemplate shipped = room->found(u"results"_s, Language::English);
    QVERIFY(room->write(u"results"_s, Language::English, u"Come."_s));
    QVERIFY(room->templates.restore(room->manager, u"results"_s, Language::English));
    QCOMPARE(room->found(u"results"_s, Language::English), shipped);
    QCOMPARE(room->templates.restore(room->manager, u"results"_s, Language::English).error().code, ErrorCode::Conflict);
    QCOMPARE(room->templates.restore(room->manager, u"nothing"_s, Language::English).error().code, ErrorCode::NotFound);
}

void TemplateServiceTest::keepsAVersionNobodyHadBefore()
{
    const auto room = this->room();
    QSet<qint64> versions{room->found(u"survey"_s, Language::French).version};
    for (int i = 0; i < 3; ++i) {
        const qint64 version = room->write(u"survey"_s, Language::French, u"Merci %1"_s.arg(i)).value().version;
        QVERIFY(!versions.contains(version));
        versions << version;
        if (i == 1)
            QVERIFY(room->templates.restore(room->manager, u"survey"_s, Language::French));
    }
}

void TemplateServiceTest::refusesToOverwriteAnothersChange()
{
    const auto room = this->room();
    const MessageTemplate read = room->found(u"survey"_s, Language::French);
    QVERIFY(room->write(u"survey"_s, Language::French, u"Merci."_s));
    const auto late = room->templates.edit(room->manager, read.name, read.language, draftOf(read), read.version);
    QCOMPARE(late.error().code, ErrorCode::VersionMismatch);
    QCOMPARE(room->templates.restore(room->manager, read.name, read.language, read.version).error().code,
        ErrorCode::VersionMismatch);
    QCOMPARE(room->found(u"survey"_s, Language::French).text, u"Merci."_s);
}

void TemplateServiceTest::addsATemplateOfTheHospitalsOwn()
{
    const auto room = this->room();
    const TemplateDraft draft{
        .name = u"vaccination"_s, .language = Language::Duala, .purpose = Purpose::Appointment, .text = u"{name}"_s};
    const MessageTemplate made = room->templates.create(room->manager, draft).value();
    QCOMPARE(made.origin, TemplateOrigin::Own);
    QCOMPARE(made.key(), u"vaccination.dua"_s);
    QCOMPARE(room->templates.create(room->manager, draft).error().code, ErrorCode::Conflict);
    QVERIFY(room->templates.restore(room->manager, u"vaccination"_s, Language::Duala));
    QCOMPARE(room->templates.find(room->viewer, u"vaccination"_s, Language::Duala).error().code, ErrorCode::NotFound);
}

void TemplateServiceTest::hasOnePurposeForAllLanguages()
{
    const auto room = this->room();
    TemplateDraft draft{
        .name = u"vaccination"_s, .language = Language::French, .purpose = Purpose::Appointment, .text = u"Venez."_s};
    QVERIFY(room->templates.create(room->manager, draft));
    draft.language = Language::English;
    draft.purpose = Purpose::Medication;
    QVERIFY(room->templates.create(room->manager, draft));
    QCOMPARE(room->found(u"vaccination"_s, Language::French).purpose, Purpose::Medication);
    TemplateDraft shipped = draftOf(room->found(u"results"_s, Language::French));
    shipped.purpose = Purpose::Survey;
    QCOMPARE(
        room->templates.edit(room->manager, u"results"_s, Language::French, shipped).value().purpose, Purpose::Results);
}

void TemplateServiceTest::asksForPermission()
{
    const auto room = this->room();
    const TemplateDraft draft{.name = u"x"_s, .text = u"y"_s};
    QCOMPARE(room->templates.create(room->reception, draft).error().code, ErrorCode::Forbidden);
    QCOMPARE(room->templates.edit(room->reception, u"results"_s, Language::French, draft).error().code,
        ErrorCode::Forbidden);
    QCOMPARE(
        room->templates.restore(room->reception, u"results"_s, Language::French).error().code, ErrorCode::Forbidden);
    QCOMPARE(room->templates.list(room->device).error().code, ErrorCode::Forbidden);
    QCOMPARE(room->templates.preview(room->device, {.text = u"x"_s}).error().code, ErrorCode::Forbidden);
}

void TemplateServiceTest::tellsAfterTheCommitAndWritesTheAudit()
{
    const auto room = this->room();
    const QSignalSpy told(&room->events, &DomainEvents::templatesChanged);
    QVERIFY(room->write(u"results"_s, Language::French, u"Venez."_s));
    QVERIFY(!room->templates.edit(room->manager, u"results"_s, Language::French, {.text = u"{x}"_s}));
    QCOMPARE(told.size(), 1);
    QCOMPARE(room->number(u"SELECT count(*) FROM audit WHERE entity = 'template' AND action = 'edited' "
                          "AND detail = 'results.fr' AND actor_name = 'manager'"_s),
        1);
}

void TemplateServiceTest::previewsWithAPatient()
{
    const auto room = this->room();
    const Patient patient
        = room->patients.create(room->reception, {.name = u"Awa Ngo"_s, .preferredLanguage = Language::English})
              .value();
    const MessagePreview preview
        = room->templates
              .preview(room->viewer,
                  {.templateName = u"appointment"_s,
                      .patientReference = patient.patientNumber.toLower(),
                      .appointmentTime = QDateTime(room->clock.now().date(), QTime(8, 30), Qt::UTC)})
              .value();
    QCOMPARE(preview.language, Language::English);
    QVERIFY(preview.text.contains(u"Awa Ngo"_s));
    QVERIFY(preview.text.contains(u"09:30"_s)); // Douala is an hour ahead of UTC
    QVERIFY(!preview.text.contains(u'{'));
    QCOMPARE(preview.sms, countSms(preview.text));
    const auto unknown
        = room->templates.preview(room->viewer, {.templateName = u"appointment"_s, .patientReference = u"P999999"_s});
    QCOMPARE(unknown.error().fields, (QList<FieldError>{{u"patient_id"_s, u"unknownPatient"_s}}));
}

void TemplateServiceTest::fallsBackToFrenchOpenly()
{
    const auto room = this->room();
    const PreviewDraft draft{.templateName = u"medication"_s, .language = Language::Ewondo};
    MessagePreview preview = room->templates.preview(room->viewer, draft).value();
    QCOMPARE(preview.language, Language::French);
    QVERIFY(preview.isFallback);
    QCOMPARE(preview.missing, QStringList{u"{name}"_s});
    QVERIFY(room->write(u"medication"_s, Language::Ewondo, u"Mbembe kiri"_s));
    preview = room->templates.preview(room->viewer, draft).value();
    QCOMPARE(preview.language, Language::Ewondo);
    QVERIFY(!preview.isFallback);
    TemplateDraft off = draftOf(room->found(u"medication"_s, Language::Ewondo));
    off.isActive = false;
    QVERIFY(room->templates.edit(room->manager, off.name, off.language, off));
    QVERIFY(room->templates.preview(room->viewer, draft).value().isFallback);
}

void TemplateServiceTest::countsWhatTheMessageCosts()
{
    const auto room = this->room();
    const PreviewDraft draft{.text = u"Hôpital"_s + u"a"_s.repeated(143)};
    QVERIFY(!room->templates.preview(room->viewer, draft).value().cost);
    HospitalSettings settings = room->settings.current();
    settings.smsCost = {.pricePerSegment = 24.5, .currency = u"XAF"_s, .segmentLimit = 1};
    QVERIFY(room->settings.save(Session::system(), settings));
    const MessagePreview preview = room->templates.preview(room->viewer, draft).value();
    QCOMPARE(preview.sms.segments, 3);
    QCOMPARE(preview.cost.value(), 73.5);
    QCOMPARE(preview.smsCost.currency, u"XAF"_s);
    QCOMPARE(preview.smsCost.segmentLimit, 1);
    QCOMPARE(preview.sms.dearCharacters, QStringList{u"ô"_s});
    QCOMPARE(preview.plainSms.segments, 1);
    PreviewDraft email = draft;
    email.channel = Channel::Email;
    QVERIFY(!room->templates.preview(room->viewer, email).value().cost);
}

void TemplateServiceTest::countsThePlainSpellingWhereTheSenderTakesNoOther()
{
    const auto here = room();
    HospitalSettings settings;
    settings.twilio.unicode = false;
    QVERIFY(here->settings.save(Session::system(), settings));
    const PreviewDraft draft{.text = u"L’Hôpital : cœur"_s};
    const MessagePreview sms = here->templates.preview(here->viewer, draft).value();
    QCOMPARE(sms.text, u"L'Hopital : coeur"_s);
    QCOMPARE(sms.sms.alphabet, SmsAlphabet::Gsm7);
    PreviewDraft letter = draft;
    letter.channel = Channel::Email;
    QCOMPARE(here->templates.preview(here->viewer, letter)->text, draft.text);
}

void TemplateServiceTest::refusesWordsThatAskForAReplyNobodyReceives()
{
    const auto here = room();
    const QString asking = u"Répondez OUI pour confirmer"_s;
    QVERIFY(here->write(u"appointment"_s, Language::French, asking)); // no SMS at all: nobody's business
    HospitalSettings settings;
    settings.twilio = {.accountSid = u"AC"_s + QString(32, u'0'), .authToken = u"t"_s, .phoneNumber = u"HGD"_s};
    QVERIFY(here->settings.save(Session::system(), settings));
    for (const QString &text : {asking, u"Prière de RÉPONDRE oui"_s, u"Please reply YES"_s}) {
        const auto refused = here->write(u"survey"_s, Language::French, text);
        QVERIFY2(!refused, qPrintable(text));
        QCOMPARE(refused.error().fields, (QList<FieldError>{{u"text"_s, u"asksForReply"_s}}));
    }
    QVERIFY(here->write(u"survey"_s, Language::French, u"Ne répondez pas à ce message."_s));
    QVERIFY(here->write(u"survey"_s, Language::English, u"Do not reply. Nous répondons au 2 33 42 00 00."_s));
    const TemplateDraft resting{.name = u"own"_s, .text = asking, .isActive = false};
    const auto own = here->templates.create(here->manager, resting);
    QVERIFY(own);
    TemplateDraft active = resting;
    active.isActive = true;
    QVERIFY(!here->templates.edit(here->manager, u"own"_s, Language::French, active));
    settings.twilio.receives = SenderReceives::Yes;
    QVERIFY(here->settings.save(Session::system(), settings));
    QVERIFY(here->templates.edit(here->manager, u"own"_s, Language::French, active));
}

void TemplateServiceTest::saysWhichWordsAskInVainOnceTheSenderChanged()
{
    const auto here = room();
    const QString asking = u"Répondez OUI pour confirmer"_s;
    HospitalSettings settings;
    settings.twilio
        = {.accountSid = u"AC"_s + QString(32, u'0'), .authToken = u"t"_s, .phoneNumber = u"+237690000000"_s};
    QVERIFY(here->settings.save(Session::system(), settings));
    QVERIFY(here->write(u"appointment"_s, Language::French, asking));
    const auto find = [&] { return here->templates.find(here->viewer, u"appointment"_s, Language::French).value(); };
    const auto marked = [&] {
        const QList<MessageTemplate> all = here->templates.list(here->viewer).value();
        return std::count_if(all.begin(), all.end(), [](const MessageTemplate &one) { return one.asksInVain; });
    };
    PreviewDraft preview{.text = asking};
    QVERIFY(!find().asksInVain);
    QCOMPARE(marked(), 0);
    QVERIFY(!here->templates.preview(here->viewer, preview)->asksInVain);

    TwilioSettings oneWay = settings.twilio;
    oneWay.phoneNumber = u"HGD"_s;
    QCOMPARE(here->templates.askingInVain(here->viewer, settings.twilio)->size(), 0);
    QCOMPARE(here->templates.askingInVain(here->viewer, oneWay)->size(), 1); // what it would be
    QCOMPARE(here->templates.askingInVain(here->device, oneWay).error().code, ErrorCode::Forbidden);
    settings.twilio = oneWay;
    QVERIFY(here->settings.save(Session::system(), settings));
    QVERIFY(find().asksInVain);
    QCOMPARE(marked(), 1);
    QVERIFY(here->templates.preview(here->viewer, preview)->asksInVain);
    preview.channel = Channel::Email;
    QVERIFY(!here->templates.preview(here->viewer, preview)->asksInVain);
    TemplateDraft resting = draftOf(find());
    resting.isActive = false;
    QVERIFY(here->templates.edit(here->manager, u"appointment"_s, Language::French, resting));
    QCOMPARE(marked(), 0);
}

void TemplateServiceTest::findsWhatGivesThePatientAway()
{
    const auto room = this->room();
    const Patient patient
        = room->patients.create(room->reception, {.name = u"Awa"_s, .condition = u"Asthme sévère"_s}).value();
    PreviewDraft draft{.text = u"Votre asthme et le dépistage"_s, .patientReference = patient.patientNumber};
    const QList<SensitiveWords> expected{{u"asthme"_s, 6}, {u"dépistage"_s, 19}};
    QCOMPARE(room->templates.preview(room->viewer, draft).value().sensitive, expected);
    draft.channel = Channel::Email; // read by the patient alone; the subject is not made of these words
    QCOMPARE(room->templates.preview(room->viewer, draft).value().sensitive, QList<SensitiveWords>());
}

void TemplateServiceTest::refusesAPreviewOfNothing()
{
    const auto room = this->room();
    QCOMPARE(room->templates.preview(room->viewer, {}).error().fields, (QList<FieldError>{{u"text"_s, u"required"_s}}));
    QCOMPARE(room->templates.preview(room->viewer, {.templateName = u"nothing"_s}).error().fields,
        (QList<FieldError>{{u"template"_s, u"unknownTemplate"_s}}));
    QCOMPARE(room->templates.preview(room->viewer, {.text = u"{x}"_s}).error().fields.constFirst().key,
        u"unknownPlaceholder"_s);
}

QTEST_GUILESS_MAIN(TemplateServiceTest)
#include "tst_templateservice.moc"
