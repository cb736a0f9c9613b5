#include "tests/ui/fakesoundbooth.h"
#include "tests/ui/pageroom.h"

#include "app/domain/attachment.h"
#include "ui/audio/recorderbar.h"
#include "ui/tabletcontent/promptmodel.h"
#include "ui/tabletcontent/tabletcontentpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryFile>
#include <QtTest>

#include <cmath>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

Sound someVoice(int seconds = 1)
{
    Sound sound;
    for (int i = 0; i < seconds * Sound::rate; ++i)
        sound.samples << qint16(6000 * std::sin(i * 0.2));
    return sound;
}

struct ContentRoom : PageRoom
{
    explicit ContentRoom(Role role = Role::Admin, bool hasSound = true)
    {
        booth.voice = someVoice();
        for (const QString &ward : {u"Maternité"_s, u"Urgences"_s})
            wards.add(Session::system(), ward).value();
        PageContext seat = context(role);
        seat.sound = hasSound ? &booth : nullptr;
        page = std::make_unique<TabletContentPage>(seat);
        page->resize(1220, 800);
        page->show();
        page->activateWindow();
        isReady = QTest::qWaitForWindowActive(page.get())
            && QTest::qWaitFor([this] { return table()->model()->columnCount() == 6; }, 10'000);
    }
    ~ContentRoom()
    {
        page.reset();
        backgroundPool().waitForDone();
    }
    TableView *table() { return page->findChild<TableView *>(u"prompts"_s); }
    RecorderBar *recorder() { return page->findChild<RecorderBar *>(); }
    Button *button(const QString &name) { return page->findChild<Button *>(name); }
    QListWidget *questions() { return page->findChild<QListWidget *>(u"questions"_s); }
    void press(const QString &name) { QTest::keyClick(button(name), Qt::Key_Space); }
    // With the arrows, as far as it is.
    void choose(PromptKey key, Language language)
    {
        auto *model = qobject_cast<PromptModel *>(table()->model());
        int row = 0;
        while (model->keyAt(row) != key)
            ++row;
        table()->setCurrentIndex(model->index(row, 1 + int(model->languages().indexOf(language))));
    }
    QString cell(PromptKey key, Language language)
    {
        auto *model = qobject_cast<PromptModel *>(table()->model());
        int row = 0;
        while (model->keyAt(row) != key)
            ++row;
        return model->index(row, 1 + int(model->languages().indexOf(language))).data().toString();
    }
    QString history() { return page->findChild<QLabel *>(u"promptHistory"_s)->text(); }
    bool record()
    {
        press(u"record"_s);
        if (!QTest::qWaitFor([this] { return button(u"record"_s)->text() == u"Stop"; }, 5000))
            return false;
        QTest::qWait(20);
        press(u"record"_s);
        return QTest::qWaitFor([this] { return recorder()->isIdle(); }, 10'000);
    }
    // In the dialog that asks whose version stays.
    bool answer(const QString &name)
    {
        if (!QTest::qWaitFor([this] { return openDialog<DialogFrame>(page.get()); }))
            return false;
        QTest::keyClick(openDialog<DialogFrame>(page.get())->findChild<Button *>(name), Qt::Key_Space);
        return true;
    }
    TabletContent stored() { return tabletContent.content(Session::system()).value(); }

    FakeSoundBooth booth;
    std::unique_ptr<TabletContentPage> page;
    bool isReady = false;
};

const PromptAddress facesInDuala{PromptKey::FacesQuestion, Language::Duala};

} // namespace

// The page "Questions and voices", by keyboard.
class TabletContentPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordsAVoiceAndPlaysIt();
    void marksWhatSomebodyElseRecorded();
    void deletesAfterAQuestion();
    void takesARecordingFromAFile();
    void saysWhenNothingWasHeard();
    void saysWhenThereIsNoMicrophone();
    void worksWithoutSound();
    void writesTheHospitalsWords();
    void choosesTheQuestionsOfAWard();
    void ordersTheQuestions();
    void asksWhoseQuestionsStay_data();
    void asksWhoseQuestionsStay();
    void savesQuestionsBesideTheWordsOfOthers();
    void asksWhoseWordsStay_data();
    void asksWhoseWordsStay();
    void setsThePin();
    void keepsThePinFromWhoMayNotSetIt();
};

void TabletContentPageTest::recordsAVoiceAndPlaysIt()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    QCOMPARE(room.cell(PromptKey::FacesQuestion, Language::Duala), u"Missing"_s);
    room.choose(PromptKey::FacesQuestion, Language::Duala);
    QVERIFY(!room.button(u"listen"_s)->isEnabled());
    QVERIFY(room.record());
    QVERIFY(room.booth.orders.contains(u"record 15000"_s));
    QTRY_COMPARE(room.cell(PromptKey::FacesQuestion, Language::Duala), u"Recorded"_s);
    const PromptRecording kept = room.prompts.recording(Session::system(), facesInDuala).value();
    QCOMPARE(audioMediaType(kept.bytes), u"audio/ogg"_s);
    QVERIFY(room.history().contains(u"desk"_s));

    QTRY_VERIFY(room.button(u"listen"_s)->isEnabled());
    room.press(u"listen"_s);
    QTRY_VERIFY(room.booth.orders.endsWith(u"play"_s));
    QCOMPARE(room.booth.read, kept.bytes);
    QCOMPARE(room.booth.heard, room.booth.voice);
    Q_EMIT room.booth.played();
    QVERIFY(room.recorder()->isIdle());
}

void TabletContentPageTest::marksWhatSomebodyElseRecorded()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    const Session other{{}, u"p.ekwalla"_s, Role::Manager};
    QVERIFY(room.prompts.replace(other, facesInDuala, oggOpus(someVoice())));
    QTRY_COMPARE(room.cell(PromptKey::FacesQuestion, Language::Duala), u"Recorded"_s);
    room.choose(PromptKey::FacesQuestion, Language::Duala);
    QTRY_VERIFY(room.button(u"reviewPrompt"_s)->isVisible() && room.button(u"reviewPrompt"_s)->isEnabled());
    room.press(u"reviewPrompt"_s);
    QTRY_COMPARE(room.cell(PromptKey::FacesQuestion, Language::Duala), u"Reviewed"_s);
    QTRY_VERIFY(room.history().contains(u"Reviewed by desk"_s));
    QVERIFY(room.record()); // a new voice is a new question
    QTRY_COMPARE(room.cell(PromptKey::FacesQuestion, Language::Duala), u"Recorded"_s);
    QVERIFY(!room.button(u"reviewPrompt"_s)->isEnabled()); // one's own
}

void TabletContentPageTest::deletesAfterAQuestion()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    QVERIFY(room.prompts.replace(Session::system(), facesInDuala, oggOpus(someVoice())));
    room.choose(PromptKey::FacesQuestion, Language::Duala);
    QTRY_VERIFY(room.button(u"removePrompt"_s)->isVisible());
    room.press(u"removePrompt"_s);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QCOMPARE(room.prompts.list(Session::system())->size(), 1);
    room.press(u"removePrompt"_s);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTest::keyClick(QApplication::activeModalWidget()->findChild<QPushButton *>(u"yes"_s), Qt::Key_Space);
    QTRY_VERIFY(room.prompts.list(Session::system())->isEmpty());
    QTRY_COMPARE(room.cell(PromptKey::FacesQuestion, Language::Duala), u"Missing"_s);
}

void TabletContentPageTest::takesARecordingFromAFile()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("RIFF of a recorder");
    file.close();
    room.choose(PromptKey::Thanks, Language::Basaa);
    room.recorder()->takeFile(file.fileName());
    QTRY_COMPARE(room.cell(PromptKey::Thanks, Language::Basaa), u"Recorded"_s);
    QCOMPARE(room.booth.read, QByteArray("RIFF of a recorder"));

    room.booth.voice = someVoice(20);
    room.recorder()->takeFile(file.fileName());
    QTRY_VERIFY(room.recorder()->note().contains(u"Longer than 15"_s));
    room.booth.voice = {};
    room.recorder()->takeFile(file.fileName());
    QTRY_VERIFY(room.recorder()->note().contains(u"no recording"_s));
}

void TabletContentPageTest::saysWhenNothingWasHeard()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.booth.voice = {QList<qint16>(Sound::rate, 5)};
    QVERIFY(room.record());
    QTRY_VERIFY(room.recorder()->note().contains(u"Nothing was heard"_s));
    QVERIFY(room.prompts.list(Session::system())->isEmpty());
}

void TabletContentPageTest::saysWhenThereIsNoMicrophone()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.booth.trouble = SoundTrouble::NoMicrophone;
    room.press(u"record"_s);
    QTRY_VERIFY(room.recorder()->note().contains(u"No microphone"_s));
    QVERIFY(room.button(u"record"_s)->isEnabled()); // somebody may plug one in
}

void TabletContentPageTest::worksWithoutSound()
{
    ContentRoom room(Role::Admin, false);
    QVERIFY(room.isReady);
    QVERIFY(!room.button(u"record"_s)->isEnabled());
    QVERIFY(room.recorder()->note().contains(u"no sound"_s));
}

void TabletContentPageTest::writesTheHospitalsWords()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.choose(PromptKey::FacesQuestion, Language::Duala);
    auto *words = room.page->findChild<QLineEdit *>(u"promptWords"_s);
    words->setFocus();
    typeText(words, u"Ɓa ŋa"_s);
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_COMPARE(room.stored().chosen.texts, TabletTexts({{facesInDuala, u"Ɓa ŋa"_s}}));
    QTRY_VERIFY(!room.button(u"savePromptWords"_s)->isEnabled());
    typeText(words, QString(200, u'x'));
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(!words->accessibleDescription().isEmpty());
    QCOMPARE(room.stored().chosen.texts.value(facesInDuala), u"Ɓa ŋa"_s);
    room.choose(PromptKey::Thanks, Language::Duala);
    QCOMPARE(words->text(), QString());
}

void TabletContentPageTest::choosesTheQuestionsOfAWard()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.page->findChild<QTabBar *>(u"tabletContentTabs"_s)->setCurrentIndex(1);
    auto *ward = room.page->findChild<ListBox *>(u"questionsWard"_s);
    QTRY_COMPARE(ward->count(), 3);
    QTest::keyClick(ward, Qt::Key_Down);
    QCOMPARE(ward->currentData().toString(), u"Maternité"_s);
    QVERIFY(!room.questions()->isEnabled()); // as the hospital
    QTest::keyClick(room.page->findChild<QCheckBox *>(u"wardDiffers"_s), Qt::Key_Space);
    QVERIFY(room.questions()->isEnabled());
    room.questions()->setCurrentRow(0);
    QTest::keyClick(room.questions(), Qt::Key_Space);
    room.questions()->setCurrentRow(4);
    QTest::keyClick(room.questions(), Qt::Key_Space);
    QTest::keyClick(room.page->findChild<QCheckBox *>(u"offerCallback"_s), Qt::Key_Space);
    room.press(u"saveQuestions"_s);
    const TabletQuestions wanted{TabletQuestion::Communication, TabletQuestion::Facility, TabletQuestion::Overall,
        TabletQuestion::Recommendation};
    QTRY_COMPARE(room.stored().questionsOf(u"Maternité"_s), wanted);
    QCOMPARE(room.stored().questionsOf(u"Urgences"_s), TabletContentDraft().questions);
    QVERIFY(!room.stored().chosen.callbackOffered);
    QTRY_VERIFY(!room.button(u"saveQuestions"_s)->isEnabled());
}

void TabletContentPageTest::ordersTheQuestions()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.page->findChild<QTabBar *>(u"tabletContentTabs"_s)->setCurrentIndex(1);
    room.questions()->setCurrentRow(3);
    QTest::keyClick(room.questions(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(room.page->findChild<IconButton *>(u"questionUp"_s), Qt::Key_Space);
    auto *ask = room.page->findChild<QSpinBox *>(u"askSeconds"_s);
    ask->setValue(120);
    room.press(u"saveQuestions"_s); // 75 s to wipe is before 120 s to ask
    auto *wipe = room.page->findChild<QSpinBox *>(u"wipeSeconds"_s);
    QTRY_VERIFY(!wipe->accessibleDescription().isEmpty());
    QCOMPARE(room.stored().version, 0);
    wipe->setValue(150);
    room.press(u"saveQuestions"_s);
    const TabletQuestions wanted{
        TabletQuestion::Treatment, TabletQuestion::Overall, TabletQuestion::Communication, TabletQuestion::Facility};
    QTRY_COMPARE(room.stored().chosen.questions, wanted);
    QCOMPARE(room.stored().chosen.askSeconds, 120);
}

void TabletContentPageTest::asksWhoseQuestionsStay_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("askSeconds"); // 45 is what somebody else saved meanwhile
    QTest::addColumn<bool>("callbackShown"); // off is what was being edited
    QTest::newRow("theirs are shown") << u"theirs"_s << 45 << true;
    QTest::newRow("mine are stored") << u"mine"_s << 60 << false;
    QTest::newRow("back to what was being edited") << u"back"_s << 45 << false;
}

void TabletContentPageTest::asksWhoseQuestionsStay()
{
    QFETCH(QString, answer);
    QFETCH(bool, callbackShown);
    ContentRoom room;
    QVERIFY(room.isReady);
    room.page->findChild<QTabBar *>(u"tabletContentTabs"_s)->setCurrentIndex(1);
    auto *callback = room.page->findChild<QCheckBox *>(u"offerCallback"_s);
    auto *save = room.button(u"saveQuestions"_s);
    QTest::keyClick(callback, Qt::Key_Space);
    TabletContentDraft others;
    others.askSeconds = 45;
    QVERIFY(room.tabletContent.save(Session::system(), others, 0));
    room.press(u"saveQuestions"_s);
    QVERIFY(room.answer(answer));
    if (answer == u"back")
        QTRY_VERIFY(!QApplication::activeModalWidget());
    else
        QTRY_VERIFY(!save->isEnabled() && save->text() == u"&Save");
    QTEST(room.stored().chosen.askSeconds, "askSeconds");
    QCOMPARE(callback->isChecked(), callbackShown);
    QCOMPARE(room.stored().chosen.callbackOffered, answer != u"mine");
}

void TabletContentPageTest::savesQuestionsBesideTheWordsOfOthers()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.page->findChild<QTabBar *>(u"tabletContentTabs"_s)->setCurrentIndex(1);
    QTest::keyClick(room.page->findChild<QCheckBox *>(u"offerCallback"_s), Qt::Key_Space);
    TabletContentDraft others;
    others.texts.insert(facesInDuala, u"Ɓa"_s);
    QVERIFY(room.tabletContent.save(Session::system(), others, 0));
    room.press(u"saveQuestions"_s);
    QTRY_VERIFY(!room.stored().chosen.callbackOffered);
    QCOMPARE(room.stored().chosen.texts, others.texts);
}

void TabletContentPageTest::asksWhoseWordsStay_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("stored");
    QTest::newRow("theirs are shown") << u"theirs"_s << u"theirs"_s;
    QTest::newRow("mine are stored") << u"mine"_s << u"mine"_s;
}

void TabletContentPageTest::asksWhoseWordsStay()
{
    QFETCH(QString, answer);
    QFETCH(QString, stored);
    ContentRoom room;
    QVERIFY(room.isReady);
    room.choose(PromptKey::FacesQuestion, Language::Duala);
    auto *words = room.page->findChild<QLineEdit *>(u"promptWords"_s);
    words->setFocus();
    typeText(words, u"mine"_s);
    TabletContentDraft others;
    others.texts.insert(facesInDuala, u"theirs"_s);
    QVERIFY(room.tabletContent.save(Session::system(), others, 0));
    backgroundPool().waitForDone(); // the page reads it again
    QCoreApplication::processEvents();
    QCOMPARE(words->text(), u"mine"_s);
    QTest::keyClick(words, Qt::Key_Return);
    QVERIFY(room.answer(answer));
    QTRY_VERIFY(!room.button(u"savePromptWords"_s)->isEnabled());
    QCOMPARE(words->text(), stored);
    QCOMPARE(room.stored().chosen.texts.value(facesInDuala), stored);
}

void TabletContentPageTest::setsThePin()
{
    ContentRoom room;
    QVERIFY(room.isReady);
    room.page->findChild<QTabBar *>(u"tabletContentTabs"_s)->setCurrentIndex(1);
    auto *pin = room.page->findChild<QLineEdit *>(u"pin"_s);
    auto *state = room.page->findChild<QLabel *>(u"pinState"_s);
    QVERIFY(state->text().contains(u"no PIN"_s));
    QTest::keyClicks(pin, u"1234"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY(pin->accessibleDescription().contains(u"guess"_s));
    QVERIFY(!room.stored().hasPin);
    pin->clear();
    QTest::keyClicks(pin, u"480213"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY(room.stored().hasPin);
    QTRY_VERIFY(pin->text().isEmpty());
    QTRY_VERIFY(room.button(u"noPin"_s)->isVisible());
    room.press(u"noPin"_s);
    QTRY_VERIFY(!room.stored().hasPin);
}

void TabletContentPageTest::keepsThePinFromWhoMayNotSetIt()
{
    ContentRoom room(Role::Manager);
    QVERIFY(room.isReady);
    room.page->findChild<QTabBar *>(u"tabletContentTabs"_s)->setCurrentIndex(1);
    QVERIFY(!room.page->findChild<QLineEdit *>(u"pin"_s)->isVisible());
    QVERIFY(room.questions()->isVisible());
}

QTEST_MAIN(TabletContentPageTest)
#include "tst_tabletcontent.moc"
