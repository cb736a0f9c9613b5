#include "app/security/pbkdf2.h"
#include "app/services/deviceservice.h"
#include "app/services/promptservice.h"
#include "app/services/settingsservice.h"
#include "app/services/tabletcontentservice.h"
#include "tests/support/room.h"

#include <QSignalSpy>
#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

struct ContentRoom : Room
{
    using Room::Room;
    SettingsService settings{store.database(), store.cipher(), clock, events, {}};
    DeviceService devices{store.database(), store.cipher(), clock, events};
    TabletContentService content{
        store.database(), store.cipher(), clock, events, devices, [this] { return settings.current(); }};
    PromptService prompts{store.database(), store.cipher(), clock, events};
    Session admin{{}, u"admin"_s, Role::Admin};

    Session pairedTablet(const QString &ward)
    {
        const NewDevice added = devices.add(admin, {.name = u"Tablette "_s + ward, .ward = ward}).value();
        const PairedDevice paired = devices.pair(added.code.code, u"1"_s, u"test"_s).value();
        return devices.authenticate(paired.token).value();
    }
    TabletContent saved(const TabletContentDraft &draft)
    {
        return content.save(manager, draft, content.content(manager)->version).value();
    }
};

const PromptAddress facesInDuala{PromptKey::FacesQuestion, Language::Duala};

QByteArray recordingOf(char voice)
{
    return QByteArray("OggS") + QByteArray(60, voice);
}

// A valid draft with one thing spoiled.
TabletContentDraft spoiled(const std::function<void(TabletContentDraft &)> &spoil)
{
    TabletContentDraft draft;
    spoil(draft);
    return draft;
}

} // namespace

// What tablets ask and say, on both databases.
class TabletContentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { TestDatabase::addDialectRows(); }
    void asksFourQuestionsAndCallsBackUnlessTheHospitalSaysOtherwise();
    void keepsWhatTheHospitalChose();
    void asksWhatTheTabletsWardAsks();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void doesNotOverwriteAnothersChange();
    void knowsWhoseQuestionsAndWhoseWordsWereChanged();
    void lettingOnlyWhoMay();
    void keepsThePinAsAHashThatABrowserCanCompute();
    void refusesPinsThatAreTriedFirst_data();
    void refusesPinsThatAreTriedFirst();
    void playsWhatWasRecorded();
    void isReviewedBySomebodyElse();
    void clearsTheReviewWithANewRecording();
    void refusesWhatIsNoRecording();
    void writesTheAuditAndTells();

private:
    std::unique_ptr<ContentRoom> room()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        return std::make_unique<ContentRoom>(dialect);
    }
};

void TabletContentTest::asksFourQuestionsAndCallsBackUnlessTheHospitalSaysOtherwise()
{
    const auto room = this->room();
    const TabletConfiguration configuration = room->content.configuration(room->pairedTablet(u"Maternité"_s)).value();
    QCOMPARE(configuration.questions,
        TabletQuestions({TabletQuestion::Treatment, TabletQuestion::Communication, TabletQuestion::Facility,
            TabletQuestion::Overall}));
    QVERIFY(configuration.callbackOffered);
    QCOMPARE(configuration.askSeconds, 60);
    QCOMPARE(configuration.wipeSeconds, 75);
    QVERIFY(!configuration.pin);
    QVERIFY(configuration.prompts.isEmpty());
    QCOMPARE(configuration.ward, u"Maternité"_s);
    QCOMPARE(configuration.hospital, room->settings.current().name);
    QCOMPARE(configuration.languages, room->settings.current().languages);
}

void TabletContentTest::keepsWhatTheHospitalChose()
{
    const auto room = this->room();
    TabletContentDraft draft;
    draft.questions = {TabletQuestion::Recommendation, TabletQuestion::Overall, TabletQuestion::Recommendation};
    draft.wardQuestions = {{u" Urgences "_s, {}}, {u"Maternité"_s, {TabletQuestion::Facility}}};
    draft.callbackOffered = false;
    draft.askSeconds = 30;
    draft.wipeSeconds = 40;
    draft.texts = {{facesInDuala, u"  Né  e? "_s}, {{PromptKey::Thanks, Language::Ewondo}, u"   "_s}};
    room->saved(draft);

    const TabletContent content = room->content.content(room->manager).value();
    QCOMPARE(content.chosen.questions,
        TabletQuestions({TabletQuestion::Recommendation, TabletQuestion::Overall})); // each once
    const QMap<QString, TabletQuestions> wards{{u"Urgences"_s, {}}, {u"Maternité"_s, {TabletQuestion::Facility}}};
    QCOMPARE(content.chosen.wardQuestions, wards);
    QVERIFY(!content.chosen.callbackOffered);
    QCOMPARE(content.chosen.askSeconds, 30);
    QCOMPARE(content.chosen.wipeSeconds, 40);
    QCOMPARE(content.chosen.texts, TabletTexts({{facesInDuala, u"Né e?"_s}}));
    QCOMPARE(content.updatedAt, room->clock.now());
}

void TabletContentTest::asksWhatTheTabletsWardAsks()
{
    const auto room = this->room();
    TabletContentDraft draft;
    draft.wardQuestions
        = {{u"Maternité"_s, {TabletQuestion::Recommendation, TabletQuestion::Facility}}, {u"Urgences"_s, {}}};
    room->saved(draft);
    const auto asked
        = [&](const QString &ward) { return room->content.configuration(room->pairedTablet(ward))->questions; };
    QCOMPARE(asked(u"Maternité"_s), TabletQuestions({TabletQuestion::Recommendation, TabletQuestion::Facility}));
    QCOMPARE(asked(u"Urgences"_s), TabletQuestions()); // the faces only
    QCOMPARE(asked(u"Pédiatrie"_s), TabletContentDraft().questions);
}

void TabletContentTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<TabletContentDraft>("draft");
    QTest::addColumn<FieldError>("expected");
    const auto row
        = [](const char *name, const FieldError &expected, const std::function<void(TabletContentDraft &)> &spoil) {
              QTest::newRow(name) << spoiled(spoil) << expected;
          };
    row("hurries", {u"idle.ask_seconds"_s, u"outOfRange"_s, {{u"min"_s, 15}, {u"max"_s, 600}}},
        [](TabletContentDraft &draft) { draft.askSeconds = 14; });
    row("leaves answers about", {u"idle.ask_seconds"_s, u"outOfRange"_s, {{u"min"_s, 15}, {u"max"_s, 600}}},
        [](TabletContentDraft &draft) { draft.askSeconds = 601; });
    row("wipes before it asked", {u"idle.wipe_seconds"_s, u"outOfRange"_s, {{u"min"_s, 65}, {u"max"_s, 180}}},
        [](TabletContentDraft &draft) { draft.wipeSeconds = 60; });
    row("wipes long after", {u"idle.wipe_seconds"_s, u"outOfRange"_s, {{u"min"_s, 65}, {u"max"_s, 180}}},
        [](TabletContentDraft &draft) { draft.wipeSeconds = 181; });
    row("no ward", {u"ward_questions"_s, u"required"_s},
        [](TabletContentDraft &draft) { draft.wardQuestions.insert(u" "_s, {}); });
    row("long ward", {u"ward_questions"_s, u"tooLong"_s, {{u"max"_s, 80}}},
        [](TabletContentDraft &draft) { draft.wardQuestions.insert(QString(81, u'x'), {}); });
    row("long name", {u"texts.dua.language.name"_s, u"tooLong"_s, {{u"max"_s, 40}}}, [](TabletContentDraft &draft) {
        draft.texts.insert({PromptKey::LanguageName, Language::Duala}, QString(41, u'x'));
    });
    row("long sentence", {u"texts.fr.thanks"_s, u"tooLong"_s, {{u"max"_s, 160}}}, [](TabletContentDraft &draft) {
        draft.texts.insert({PromptKey::Thanks, Language::French}, QString(161, u'x'));
    });
    row("control character", {u"texts.fr.thanks"_s, u"badCharacter"_s}, [](TabletContentDraft &draft) {
        draft.texts.insert({PromptKey::Thanks, Language::French}, u"a\x01z"_s);
    });
}

void TabletContentTest::refusesBrokenDrafts()
{
    const auto room = this->room();
    QFETCH(TabletContentDraft, draft);
    QFETCH(FieldError, expected);
    const Result<TabletContent> answer = room->content.save(room->manager, draft, 0);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Invalid);
    QCOMPARE(answer.error().fields, QList<FieldError>{expected});
}

void TabletContentTest::doesNotOverwriteAnothersChange()
{
    const auto room = this->room();
    TabletContentDraft mine;
    mine.askSeconds = 50;
    TabletContentDraft others;
    others.callbackOffered = false;
    const qint64 read = room->content.content(room->manager)->version;
    QVERIFY(room->content.save(room->manager, others, read));
    QCOMPARE(room->content.save(room->manager, mine, read).error().code, ErrorCode::VersionMismatch);
    QVERIFY(!room->content.content(room->manager)->chosen.callbackOffered);
    const qint64 again = room->content.content(room->manager)->version;
    QVERIFY(again > read);
    QCOMPARE(room->content.save(room->manager, mine, again)->chosen.askSeconds, 50);
}

void TabletContentTest::knowsWhoseQuestionsAndWhoseWordsWereChanged()
{
    const auto room = this->room();
    const TabletContentDraft shown = room->content.content(room->manager)->chosen;
    TabletContentDraft mine = shown;
    mine.askSeconds = 50;
    // Words and questions are no business of each other.
    QVERIFY(room->content.saveText(room->manager, facesInDuala, u"Ɓa"_s, {}));
    const TabletContentDraft after = room->content.saveQuestions(room->manager, mine, shown)->chosen;
    QCOMPARE(after.askSeconds, 50);
    QCOMPARE(after.texts, TabletTexts({{facesInDuala, u"Ɓa"_s}}));
    QVERIFY(room->content.saveText(room->manager, {PromptKey::Thanks, Language::Duala}, u"Na"_s, {}));

    TabletContentDraft late = shown;
    late.callbackOffered = false;
    QCOMPARE(room->content.saveQuestions(room->manager, late, shown).error().code, ErrorCode::VersionMismatch);
    QCOMPARE(room->content.saveText(room->manager, facesInDuala, u"ŋa"_s, {}).error().code, ErrorCode::VersionMismatch);
    QCOMPARE(room->content.content(room->manager)->chosen.questions, mine.questions);
    QVERIFY(room->content.content(room->manager)->chosen.callbackOffered);
    QVERIFY(room->content.saveQuestions(room->manager, late, mine));
    QVERIFY(room->content.saveText(room->manager, facesInDuala, {}, u"Ɓa"_s)); // the page's own again
    QCOMPARE(room->content.content(room->manager)->chosen.texts.size(), 1);
    QCOMPARE(room->content.saveQuestions(room->reception, mine, late).error().code, ErrorCode::Forbidden);
    QCOMPARE(room->content.saveText(room->reception, facesInDuala, u"x"_s, {}).error().code, ErrorCode::Forbidden);
}

void TabletContentTest::lettingOnlyWhoMay()
{
    const auto room = this->room();
    const Session tablet = room->pairedTablet(u"Maternité"_s);
    const auto isForbidden = [](const auto &answer) { return !answer && answer.error().code == ErrorCode::Forbidden; };
    for (const Session &who : {room->reception, room->viewer, tablet}) {
        QVERIFY(isForbidden(room->content.content(who)));
        QVERIFY(isForbidden(room->content.save(who, {}, 0)));
        QVERIFY(isForbidden(room->content.setPin(who, u"4802"_s)));
        QVERIFY(isForbidden(room->prompts.list(who)));
        QVERIFY(isForbidden(room->prompts.recording(who, facesInDuala)));
        QVERIFY(isForbidden(room->prompts.replace(who, facesInDuala, recordingOf('a'))));
        QVERIFY(isForbidden(room->prompts.markReviewed(who, facesInDuala, {})));
        QVERIFY(isForbidden(room->prompts.remove(who, facesInDuala)));
    }
    QVERIFY(isForbidden(room->content.setPin(room->manager, u"4802"_s))); // tablets are the administrator's
    QVERIFY(isForbidden(room->content.configuration(room->admin)));
    QVERIFY(isForbidden(room->prompts.recording(room->admin, QString(64, u'0'))));
}

void TabletContentTest::keepsThePinAsAHashThatABrowserCanCompute()
{
    const auto room = this->room();
    const Session tablet = room->pairedTablet(u"Maternité"_s);
    QVERIFY(room->content.setPin(room->admin, u"480213"_s));
    QVERIFY(room->content.content(room->manager)->hasPin);
    const ExitPin pin = *room->content.configuration(tablet)->pin;
    QCOMPARE(pin.iterations, 100'000);
    QVERIFY(pin.salt.size() >= 16);
    QCOMPARE(pin.hash, pbkdf2Sha256("480213", pin.salt, pin.iterations, 32));
    QVERIFY(pin.hash != pbkdf2Sha256("480214", pin.salt, pin.iterations, 32));

    // Four digits are soon tried out, so the hash is not for who reads the database either.
    QSqlQuery &row = room->store.database().execute(u"SELECT pin_enc FROM tablet_content"_s);
    QVERIFY(row.next());
    const QByteArray stored = row.value(0).toByteArray();
    QVERIFY(!stored.isEmpty());
    QVERIFY(!stored.contains(pin.hash) && !stored.contains(pin.hash.toHex()));

    QVERIFY(room->content.setPin(room->admin, u"480213"_s));
    QVERIFY(room->content.configuration(tablet)->pin->salt != pin.salt);
    room->saved(spoiled([](TabletContentDraft &draft) { draft.askSeconds = 50; }));
    QVERIFY(room->content.configuration(tablet)->pin); // what is asked is another thing
    QVERIFY(room->content.setPin(room->admin, {}));
    QVERIFY(!room->content.configuration(tablet)->pin);
}

void TabletContentTest::refusesPinsThatAreTriedFirst_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QString>("key");
    QTest::newRow("three") << u"480"_s << u"badPin"_s;
    QTest::newRow("nine") << u"480213975"_s << u"badPin"_s;
    QTest::newRow("a letter") << u"48a2"_s << u"badPin"_s;
    QTest::newRow("digits of another script") << u"٤٨٠٢"_s << u"badPin"_s;
    QTest::newRow("one digit") << u"0000"_s << u"easyPin"_s;
    QTest::newRow("upwards") << u"1234"_s << u"easyPin"_s;
    QTest::newRow("downwards") << u"987654"_s << u"easyPin"_s;
    QTest::newRow("four") << u"1235"_s << QString();
    QTest::newRow("eight") << u"48021397"_s << QString();
}

void TabletContentTest::refusesPinsThatAreTriedFirst()
{
    const auto room = this->room();
    QFETCH(QString, digits);
    QFETCH(QString, key);
    const Result<void> answer = room->content.setPin(room->admin, digits);
    QCOMPARE(answer.has_value(), key.isEmpty());
    if (!answer)
        QCOMPARE(answer.error().fields, QList<FieldError>({{u"pin"_s, key}}));
}

void TabletContentTest::playsWhatWasRecorded()
{
    const auto room = this->room();
    const Session tablet = room->pairedTablet(u"Maternité"_s);
    const Prompt prompt = room->prompts.replace(room->manager, facesInDuala, recordingOf('a')).value();
    QCOMPARE(prompt.mediaType, u"audio/ogg"_s);
    QCOMPARE(prompt.size, 64);
    QCOMPARE(prompt.recorder, u"manager"_s);
    QCOMPARE(prompt.recordedAt, room->clock.now());
    QCOMPARE(room->content.configuration(tablet)->prompts, QList<Prompt>{prompt}); // also before it is reviewed
    QCOMPARE(room->prompts.recording(tablet, prompt.sha256)->bytes, recordingOf('a'));
    QCOMPARE(room->prompts.recording(room->manager, facesInDuala)->bytes, recordingOf('a'));
    QCOMPARE(room->prompts.recording(tablet, QString(64, u'0')).error().code, ErrorCode::NotFound);
    QVERIFY(room->prompts.remove(room->manager, facesInDuala));
    QCOMPARE(room->prompts.recording(tablet, prompt.sha256).error().code, ErrorCode::NotFound);
    QCOMPARE(room->prompts.remove(room->manager, facesInDuala).error().code, ErrorCode::NotFound);
}

void TabletContentTest::isReviewedBySomebodyElse()
{
    const auto room = this->room();
    const Prompt prompt = room->prompts.replace(room->manager, facesInDuala, recordingOf('a')).value();
    const Result<Prompt> own = room->prompts.markReviewed(room->manager, facesInDuala, prompt.sha256);
    QCOMPARE(own.error().fields, QList<FieldError>({{u"reviewer"_s, u"ownRecording"_s}}));
    QCOMPARE(room->prompts.markReviewed(room->admin, facesInDuala, QString(64, u'0')).error().code,
        ErrorCode::Conflict); // not what was heard
    const Prompt reviewed = room->prompts.markReviewed(room->admin, facesInDuala, prompt.sha256).value();
    QCOMPARE(reviewed.review, (PromptReview{u"admin"_s, room->clock.now()}));
    QCOMPARE(room->prompts.list(room->manager)->constFirst(), reviewed);
}

void TabletContentTest::clearsTheReviewWithANewRecording()
{
    const auto room = this->room();
    const Prompt first = room->prompts.replace(room->manager, facesInDuala, recordingOf('a')).value();
    QVERIFY(room->prompts.markReviewed(room->admin, facesInDuala, first.sha256));
    const Prompt second = room->prompts.replace(room->admin, facesInDuala, recordingOf('b')).value();
    QVERIFY(!second.review);
    QVERIFY(second.sha256 != first.sha256);
    QCOMPARE(room->prompts.list(room->manager).value(), QList<Prompt>{second});
    QCOMPARE(room->prompts.markReviewed(room->manager, facesInDuala, first.sha256).error().code, ErrorCode::Conflict);
    QVERIFY(room->prompts.markReviewed(room->manager, facesInDuala, second.sha256));
}

void TabletContentTest::refusesWhatIsNoRecording()
{
    const auto room = this->room();
    QCOMPARE(room->prompts.replace(room->manager, facesInDuala, QByteArray(100, 'x')).error().code,
        ErrorCode::UnsupportedMedia);
    QCOMPARE(room->prompts.replace(room->manager, facesInDuala, "OggS" + QByteArray(256 * 1024, 'x')).error().code,
        ErrorCode::TooLarge);
    QVERIFY(room->prompts.list(room->manager)->isEmpty());
}

void TabletContentTest::writesTheAuditAndTells()
{
    const auto room = this->room();
    QSignalSpy told(&room->events, &DomainEvents::tabletContentChanged);
    room->saved(spoiled([](TabletContentDraft &draft) { draft.callbackOffered = false; }));
    QVERIFY(room->content.setPin(room->admin, u"4802"_s));
    const Prompt prompt = room->prompts.replace(room->manager, facesInDuala, recordingOf('a')).value();
    QVERIFY(room->prompts.markReviewed(room->admin, facesInDuala, prompt.sha256));
    QVERIFY(room->prompts.remove(room->manager, facesInDuala));
    QCOMPARE(told.size(), 5);
    QStringList lines;
    QSqlQuery &audit = room->store.database().execute(u"SELECT action, entity, detail FROM audit"
                                                      " WHERE entity IN ('tablet_content', 'prompt') ORDER BY id"_s);
    while (audit.next()) {
        lines << u"%1 %2 %3"_s.arg(audit.value(0).toString(), audit.value(1).toString(), audit.value(2).toString());
    }
    QCOMPARE(lines,
        QStringList({u"edited tablet_content callback_offered"_s, u"edited tablet_content pin"_s,
            u"recorded prompt faces.question.dua"_s, u"reviewed prompt faces.question.dua"_s,
            u"deleted prompt faces.question.dua"_s}));
}

QTEST_GUILESS_MAIN(TabletContentTest)
#include "tst_tabletcontent.moc"
