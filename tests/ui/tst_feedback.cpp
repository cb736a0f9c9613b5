#include "tests/ui/fakesoundbooth.h"
#include "tests/ui/pageroom.h"

#include "app/domain/attachment.h"
#include "ui/audio/listenbutton.h"
#include "ui/feedback/feedbackdialog.h"
#include "ui/feedback/feedbackmodel.h"
#include "ui/feedback/feedbackpage.h"
#include "ui/feedback/feedbackpane.h"
#include "ui/feedback/recordingfield.h"
#include "ui/feedback/wordsedit.h"
#include "ui/records/patientpicker.h"
#include "ui/records/recordtable.h"
#include "ui/widgets/field.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/ratings.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

QComboBox *wardOf(QWidget *form)
{
    for (Field *field : form->findChildren<Field *>()) {
        if (field->label() == u"Which ward?"_s)
            return qobject_cast<QComboBox *>(field->control());
    }
    return nullptr;
}

void save(QWidget *form)
{
    QTest::keyClick(form, Qt::Key_S, Qt::ControlModifier);
}

QByteArray smallWave()
{
    return QByteArray::fromHex(
        "524946462400000057415645666d7420100000000100010044ac000088580100020010006461746100000000");
}

struct Shown
{
    explicit Shown(PageRoom &room, Role role = Role::Manager, SoundBooth *booth = nullptr)
        : page([&] {
            PageContext seat = room.context(role);
            seat.sound = booth;
            return seat;
        }())
    {
        page.resize(1300, 820);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        table = page.findChild<TableView *>();
    }
    FeedbackDialog *openForm()
    {
        page.createNew();
        return openDialog<FeedbackDialog>(&page);
    }

    FeedbackPage page;
    TableView *table = nullptr;
};

Feedback onlyFeedback(PageRoom &room)
{
    const Page<Feedback> all = room.feedback.list(room.manager, {}, {}).value();
    return all.items.size() == 1 ? all.items.first() : Feedback{};
}

} // namespace

class TestFeedback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTakenByKeysAlone_data() { TestDatabase::addDialectRows(); }
    void isTakenByKeysAlone()
    {
        QFETCH(Dialect, dialect);
        PageRoom room(dialect);
        const Patient patient = room.addPatient(u"Essomba Abena, Marthe"_s);
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        QVERIFY(form);
        auto *picker = form->findChild<PatientPicker *>();
        QCOMPARE(form->focusWidget(), picker);
        typeText(picker, u"abena"_s);
        QTRY_VERIFY(picker->findChild<QCompleter *>()->popup()->isVisible());
        QTest::keyClick(picker, Qt::Key_Return);
        QVERIFY(picker->patient());
        QCOMPARE(wardOf(form)->currentText(), u"Maternité"_s);
        auto *face = form->findChild<FaceRow *>();
        face->setFocus();
        QTest::keyClick(face, Qt::Key_4);
        const QList<StarRow *> stars = form->findChildren<StarRow *>();
        stars[0]->setFocus();
        QTest::keyClick(stars[0], Qt::Key_5);
        QTest::keyClick(stars[0], Qt::Key_Down);
        QTest::keyClick(stars[1], Qt::Key_2);
        auto *words = form->findChild<WordsEdit *>();
        words->setFocus();
        QTest::keyClick(words, Qt::Key_Semicolon, Qt::ControlModifier);
        QTest::keyClick(words, Qt::Key_B);
        typeText(words, u"asaa"_s);
        save(form);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        const Feedback stored = onlyFeedback(room);
        QCOMPARE(stored.patient, patient.id);
        QCOMPARE(stored.ratings.emojiRating, 4);
        QCOMPARE(stored.ratings.treatmentSatisfaction, 5);
        QCOMPARE(stored.ratings.communicationRating, 2);
        QCOMPARE(stored.ratings.overallExperience, std::nullopt);
        QCOMPARE(stored.comments, u"ɓasaa"_s);
    }

    void theWardIsAskedFor()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        QTest::keyClick(form->findChild<FaceRow *>(), Qt::Key_1);
        save(form);
        QTRY_COMPARE(form->focusWidget(), wardOf(form));
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0);
        QVERIFY(form->isVisible());
    }

    void anEmptyFormIsNotSaved()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        wardOf(form)->setEditText(u"Urgences"_s);
        save(form);
        QTest::qWait(300);
        QVERIFY(form->isVisible());
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 0);
    }

    void savingTwiceMakesOneRow()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        wardOf(form)->setEditText(u"Urgences"_s);
        QTest::keyClick(form->findChild<FaceRow *>(), Qt::Key_5);
        save(form);
        save(form);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QCOMPARE(room.number(u"SELECT count(*) FROM feedback"_s), 1);
    }

    void saveAndNextKeepsTheWard()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        wardOf(form)->setEditText(u"Urgences"_s);
        for (int key : {Qt::Key_5, Qt::Key_1}) {
            QTest::keyClick(form->findChild<FaceRow *>(), Qt::Key(key));
            QTest::keyClick(form, Qt::Key_X, Qt::AltModifier);
            QTRY_COMPARE(form->findChild<FaceRow *>()->value(), std::nullopt);
            QCOMPARE(wardOf(form)->currentText(), u"Urgences"_s);
        }
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        QVERIFY(form->isVisible());
    }

    void aClosedFormIsTakenUpAgainAndNeverOnDisk()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        typeText(form->findChild<WordsEdit *>(), u"Attente longue"_s);
        QTest::keyClick(form, Qt::Key_Escape);
        QTRY_VERIFY(!openDialog<FeedbackDialog>(&shown.page));
        form = shown.openForm();
        QCOMPARE(form->findChild<WordsEdit *>()->toPlainText(), u"Attente longue"_s);
        QFile preferences(room.folder.filePath(u"desk.ini"_s));
        if (preferences.open(QIODevice::ReadOnly))
            QVERIFY(!preferences.readAll().contains("Attente"));
    }

    void deadKeysGiveTheLettersThatKeyboardsLack_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("text");
        QTest::newRow("hooked b") << QString() << u"b"_s << u"ɓ"_s;
        QTest::newRow("capital") << QString() << u"B"_s << u"Ɓ"_s;
        QTest::newRow("open e") << u"m"_s << u"e"_s << u"mɛ"_s;
        QTest::newRow("schwa") << QString() << u"a"_s << u"ə"_s;
        QTest::newRow("tone mark") << u"ba"_s << u"'"_s << u"bá"_s;
        QTest::newRow("caron") << u"a"_s << u"v"_s << u"ǎ"_s;
        QTest::newRow("other key") << QString() << u"x"_s << u"x"_s;
    }
    void deadKeysGiveTheLettersThatKeyboardsLack()
    {
        QFETCH(QString, before);
        QFETCH(QString, keys);
        QFETCH(QString, text);
        WordsEdit edit;
        typeText(&edit, before);
        QTest::keyClick(&edit, Qt::Key_Semicolon, Qt::ControlModifier);
        typeText(&edit, keys);
        QCOMPARE(edit.toPlainText(), text);
        QVERIFY(edit.toPlainText() == edit.toPlainText().normalized(QString::NormalizationForm_C));
    }

    void aRecordingIsAttachedAndAnythingElseRefused()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDialog *form = shown.openForm();
        wardOf(form)->setEditText(u"Urgences"_s);
        auto *recording = form->findChild<RecordingField *>();
        QFile noSound(room.folder.filePath(u"letter.wav"_s));
        QVERIFY(noSound.open(QIODevice::WriteOnly) && noSound.write("Dear doctor") > 0);
        noSound.close();
        recording->read(noSound.fileName());
        QTRY_VERIFY(!recording->problem().isEmpty());
        QFile sound(room.folder.filePath(u"voice.wav"_s));
        QVERIFY(sound.open(QIODevice::WriteOnly) && sound.write(smallWave()) > 0);
        sound.close();
        recording->read(sound.fileName());
        QTRY_COMPARE(recording->bytes(), smallWave());
        save(form);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        const Feedback stored = onlyFeedback(room);
        QVERIFY(stored.audio);
        QCOMPARE(room.feedback.audio(room.manager, stored.id)->bytes, smallWave());
    }

    void theRecordingIsHeard()
    {
        PageRoom room;
        FakeSoundBooth booth;
        booth.voice = Sound{QList<qint16>(Sound::rate, 500)};
        FeedbackDraft draft;
        draft.ward = u"Urgences"_s;
        QVERIFY(room.feedback.submit(room.manager, draft, smallWave()));
        room.clock.advance(std::chrono::minutes(1));
        draft.comments = u"Merci"_s;
        QVERIFY(room.feedback.submit(room.manager, draft));
        Shown shown(room, Role::Manager, &booth);
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
        auto *listen = shown.page.findChild<ListenButton *>(u"listen"_s);
        shown.table->setCurrentIndex(shown.table->model()->index(0, 0));
        QTRY_VERIFY(shown.page.findChild<FeedbackPane *>()->feedback());
        QVERIFY(!listen->isVisible()); // nothing was said aloud
        QTest::keyClick(shown.table, Qt::Key_Down);
        QTRY_VERIFY(listen->isVisible());
        QTest::keyClick(listen->focusProxy(), Qt::Key_Space);
        QTRY_COMPARE(booth.orders, (QStringList{u"decode"_s, u"play"_s}));
        QCOMPARE(booth.read, smallWave());
        QTest::keyClick(shown.table, Qt::Key_Up); // to another one: it ends
        QTRY_COMPARE(booth.orders.last(), u"stop"_s);
    }

    void savingEndsTheRecordingAndTakesItAlong()
    {
        PageRoom room;
        FakeSoundBooth booth;
        for (int i = 0; i < Sound::rate; ++i)
            booth.voice.samples << qint16(i % 40 < 20 ? 5000 : -5000);
        Shown shown(room, Role::Manager, &booth);
        FeedbackDialog *form = shown.openForm();
        wardOf(form)->setEditText(u"Urgences"_s);
        auto *recording = form->findChild<RecordingField *>();
        QTest::keyClick(form->findChild<QPushButton *>(u"record"_s), Qt::Key_Space);
        QTRY_VERIFY(booth.isRecording && recording->isRecording());
        save(form);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        const Feedback stored = onlyFeedback(room);
        QVERIFY(stored.audio);
        QCOMPARE(audioMediaType(room.feedback.audio(room.manager, stored.id)->bytes), u"audio/ogg"_s);
        QVERIFY(booth.orders.contains(u"record 55000"_s));
    }

    void editingKeepsWhatTheFormDoesNotShow()
    {
        PageRoom room;
        FeedbackDraft draft{.patientReference = u"P999999"_s, .ward = u"Urgences"_s, .comments = u"Merci"_s};
        draft.ratings.emojiRating = 2;
        draft.transcript = u"Akiba"_s;
        draft.method = SubmissionMethod::Tablet;
        QVERIFY(room.feedback.submit(room.manager, draft));
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
        QVERIFY(shown.table->model()->index(0, FeedbackModel::Who).data().toString().contains(u"not matched"_s));
        QTest::keyClick(shown.table, Qt::Key_Down);
        shown.page.editCurrent();
        auto *form = openDialog<FeedbackDialog>(&shown.page);
        QVERIFY(form);
        QTest::keyClick(form->findChild<FaceRow *>(), Qt::Key_3);
        save(form);
        QTRY_COMPARE(onlyFeedback(room).ratings.emojiRating, 3);
        const Feedback after = onlyFeedback(room);
        QCOMPARE(after.transcript, u"Akiba"_s);
        QCOMPARE(after.patientReference, u"P999999"_s);
        QCOMPARE(after.method, SubmissionMethod::Tablet);
    }

    void refreshesWhenATabletSubmits()
    {
        PageRoom room;
        Shown shown(room);
        FeedbackDraft draft{.ward = u"Urgences"_s, .comments = u"Merci"_s};
        draft.method = SubmissionMethod::Tablet;
        QVERIFY(room.feedback.submit(room.device, draft));
        QTRY_COMPARE(shown.table->model()->rowCount(), 1);
    }

    void theRowsThatAreChosenAreTheOnesThatAreShown()
    {
        PageRoom room;
        for (int stars : {1, 2, 5}) {
            FeedbackDraft draft{.ward = u"Urgences"_s};
            draft.ratings.overallExperience = stars;
            QVERIFY(room.feedback.submit(room.manager, draft));
        }
        Shown shown(room);
        QTRY_COMPARE(shown.table->model()->rowCount(), 3);
        for (FilterChip *chip : shown.page.findChildren<FilterChip *>()) {
            chip->setValue(2);
            if (chip->value() == QVariant(2) && shown.page.findChild<FeedbackModel *>()->filter().overallAtMost == 2)
                break;
            chip->clear();
        }
        QTRY_COMPARE(shown.table->model()->rowCount(), 2);
    }
};

QTEST_MAIN(TestFeedback)
#include "tst_feedback.moc"
