#include "app/security/random.h"
#include "app/services/feedbackservice.h"
#include "tests/support/apitest.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// A short, silent recording that starts like a WAV file does.
QByteArray wav(int bytes = 4000)
{
    QByteArray data = "RIFF";
    const quint32 size = quint32(36 + bytes);
    data.append(reinterpret_cast<const char *>(&size), 4);
    data.append("WAVEfmt ");
    data.append(QByteArray::fromHex("1000000001000100803e0000007d000002001000"));
    data.append("data");
    const quint32 length = quint32(bytes);
    data.append(reinterpret_cast<const char *>(&length), 4);
    data.append(QByteArray(bytes, '\0'));
    return data;
}

} // namespace

// Feedback over HTTP, on both databases.
class ApiFeedbackTest : public ApiTest
{
    Q_OBJECT
private Q_SLOTS:
    void submitsAndReadsTheLongForm();
    void submitsTheShortForm();
    void takesVoiceInTheShortForm();
    void answersARepeatWithTheSameRow();
    void keepsANumberThatNobodyHas();
    void takesTheRowAsAnInteger();
    void refusesBrokenDrafts_data();
    void refusesBrokenDrafts();
    void refusesLongAndShortNamesTogether();
    void replacesAndChanges();
    void takesBackWhatItAnswered();
    void filters();
    void deletes();
    void keepsARecordingByteForByte();
    void answersAPartOfARecording_data();
    void answersAPartOfARecording();
    void answersAPartOnlyOfTheSameRecording();
    void refusesWhatIsNoRecording();
    void letsADeviceSubmitAndNothingElse();
    void tellsADeviceNothingOfTheRegistry();
    void letsADeviceAttachOnlyToItsOwn();

private:
    QByteArray path(const QJsonObject &feedback) const
    {
        return "/api/feedback/" + QByteArray::number(feedback.value(u"id"_s).toInteger());
    }
};

void ApiFeedbackTest::submitsAndReadsTheLongForm()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject draft{{u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d11"_s},
        {u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"patient_name"_s, u"Ewané"_s}, {u"age"_s, 42},
        {u"gender"_s, u"female"_s}, {u"phone_number"_s, u"+237670000123"_s}, {u"condition"_s, u"Asthme"_s},
        {u"ward"_s, u"Pneumologie"_s}, {u"treatment_satisfaction"_s, 4}, {u"communication_rating"_s, 3},
        {u"facility_rating"_s, 2}, {u"overall_experience"_s, 5}, {u"recommendation_likelihood"_s, 0},
        {u"emoji_rating"_s, 1}, {u"feedback_date"_s, u"2026-03-11T10:00:00Z"_s}, {u"comments"_s, u"Très bien. ɓ ɛ ŋ"_s},
        {u"language"_s, u"dua"_s}, {u"submission_method"_s, u"tablet"_s}};
    const ReceivedAnswer created = m_api->send(Role::Reception, "POST", "/api/feedback", draft);
    QCOMPARE(created.status, 201);
    const ReceivedAnswer read = m_api->get(Role::Viewer, created.headers.value("location"));
    QCOMPARE(read.body, created.body);
    const QJsonObject feedback = read.json().toObject();
    for (auto member = draft.begin(); member != draft.end(); ++member)
        QCOMPARE(feedback.value(member.key()), member.value());
    QCOMPARE(feedback.value(u"matched"_s).toBool(), true);
    QCOMPARE(feedback.value(u"is_synced"_s).toBool(), true);
    QVERIFY(!feedback.contains(u"content"_s));
}

void ApiFeedbackTest::submitsTheShortForm()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject draft{{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"language"_s, u"english"_s},
        {u"content"_s, u"The nurse explained everything."_s}, {u"rating"_s, 5}};
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", "/api/feedback", draft);
    QCOMPARE(answer.status, 201);
    const QJsonObject feedback = answer.json().toObject();
    QVERIFY(feedback.value(u"id"_s).toInteger() > 0);
    QCOMPARE(feedback.value(u"patient_id"_s), patient.value(u"patient_id"_s));
    QCOMPARE(feedback.value(u"language"_s).toString(), u"en"_s);
    QCOMPARE(feedback.value(u"content"_s), draft.value(u"content"_s));
    QCOMPARE(feedback.value(u"comments"_s), draft.value(u"content"_s));
    QCOMPARE(feedback.value(u"rating"_s).toInt(), 5);
    QCOMPARE(feedback.value(u"overall_experience"_s).toInt(), 5);
    QCOMPARE(feedback.value(u"date_submitted"_s).toString(), u"2026-03-12T09:42:00Z"_s);
    QCOMPARE(feedback.value(u"processed"_s).toBool(), false);
}

void ApiFeedbackTest::takesVoiceInTheShortForm()
{
    const QByteArray recording = wav();
    const QString encoded = QString::fromLatin1(recording.toBase64());
    for (const QString &voice : {encoded, u"data:audio/wav;base64,"_s + encoded}) {
        const QJsonObject draft{{u"rating"_s, 2}, {u"voice_data"_s, voice}};
        const QJsonObject feedback = m_api->send(Role::Device, "POST", "/api/feedback", draft).json().toObject();
        const QByteArray url = feedback.value(u"audio_url"_s).toString().toLatin1();
        QCOMPARE(url, path(feedback) + "/audio");
        QCOMPARE(m_api->get(Role::Viewer, url).body, recording);
    }
    const QJsonObject broken{{u"rating"_s, 2}, {u"voice_data"_s, u"***"_s}};
    QCOMPARE(m_api->send(Role::Device, "POST", "/api/feedback", broken).status, 422);
}

void ApiFeedbackTest::answersARepeatWithTheSameRow()
{
    const QJsonObject draft{{u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d12"_s}, {u"overall_experience"_s, 4}};
    const ReceivedAnswer first = m_api->send(Role::Device, "POST", "/api/feedback", draft);
    const ReceivedAnswer again = m_api->send(Role::Device, "POST", "/api/feedback", draft);
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, first.body);
    QJsonObject other = draft;
    other.insert(u"comments"_s, u"Autre chose"_s);
    const ReceivedAnswer refused = m_api->send(Role::Device, "POST", "/api/feedback", other);
    QCOMPARE(refused.status, 409);
    QVERIFY(refused.body.contains(R"({"field":"client_id","key":"repeatDiffers"})"));
    QCOMPARE(m_api->get(Role::Viewer, "/api/feedback").headers.value("x-total-count"), QByteArray("1"));
}

void ApiFeedbackTest::keepsANumberThatNobodyHas()
{
    const QJsonObject feedback = m_api->newFeedback({{u"patient_id"_s, u"XX-unknown-9"_s}});
    QCOMPARE(feedback.value(u"patient_id"_s).toString(), u"XX-unknown-9"_s);
    QCOMPARE(feedback.value(u"matched"_s).toBool(), false);
    QVERIFY(m_api->newFeedback().value(u"patient_id"_s).isNull());
}

void ApiFeedbackTest::takesTheRowAsAnInteger()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject known = m_api->newFeedback({{u"patient_id"_s, patient.value(u"id"_s)}});
    QCOMPARE(known.value(u"patient_id"_s), patient.value(u"patient_id"_s));
    QCOMPARE(known.value(u"matched"_s).toBool(), true);
    const QJsonObject unknown = m_api->newFeedback({{u"patient_id"_s, 987654}});
    QCOMPARE(unknown.value(u"patient_id"_s).toString(), u"987654"_s);
    QCOMPARE(unknown.value(u"matched"_s).toBool(), false);
}

void ApiFeedbackTest::refusesBrokenDrafts_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    for (const QString &field : {u"treatment_satisfaction"_s, u"communication_rating"_s, u"facility_rating"_s,
             u"overall_experience"_s, u"emoji_rating"_s}) {
        QTest::addRow("%s 0", qPrintable(field)) << field << QJsonValue(0);
        QTest::addRow("%s 6", qPrintable(field)) << field << QJsonValue(6);
        QTest::addRow("%s a text", qPrintable(field)) << field << QJsonValue(u"5"_s);
        QTest::addRow("%s half", qPrintable(field)) << field << QJsonValue(4.5);
    }
    QTest::newRow("recommendation 11") << u"recommendation_likelihood"_s << QJsonValue(11);
    QTest::newRow("recommendation negative") << u"recommendation_likelihood"_s << QJsonValue(-1);
    QTest::newRow("age") << u"age"_s << QJsonValue(131);
    QTest::newRow("age huge") << u"age"_s << QJsonValue(1e18);
    QTest::newRow("too long") << u"comments"_s << QJsonValue(QString(2001, u'x'));
    QTest::newRow("in the future") << u"feedback_date"_s << QJsonValue(u"2026-03-20T00:00:00Z"_s);
    QTest::newRow("no time") << u"feedback_date"_s << QJsonValue(u"yesterday"_s);
    QTest::newRow("language") << u"language"_s << QJsonValue(u"xx"_s);
    QTest::newRow("method") << u"submission_method"_s << QJsonValue(u"pigeon"_s);
    QTest::newRow("client id") << u"client_id"_s << QJsonValue(u"7"_s);
    QTest::newRow("row 0") << u"patient_id"_s << QJsonValue(0);
    QTest::newRow("patient a list") << u"patient_id"_s << QJsonValue(QJsonArray{1});
}

void ApiFeedbackTest::refusesBrokenDrafts()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject draft{{u"comments"_s, u"Bien"_s}};
    draft.insert(field, value);
    const ReceivedAnswer answer = m_api->send(Role::Reception, "POST", "/api/feedback", draft);
    QCOMPARE(answer.status, 422);
    QCOMPARE(
        answer.json().toObject().value(u"errors"_s).toArray().first().toObject().value(u"field"_s).toString(), field);
}

void ApiFeedbackTest::refusesLongAndShortNamesTogether()
{
    const QJsonObject draft{{u"content"_s, u"a"_s}, {u"comments"_s, u"b"_s}, {u"language"_s, u"fr"_s}};
    QCOMPARE(m_api->send(Role::Reception, "POST", "/api/feedback", draft).status, 422);
}

void ApiFeedbackTest::replacesAndChanges()
{
    const QJsonObject feedback = m_api->newFeedback();
    const ReceivedAnswer changed
        = m_api->send(Role::Reception, "PATCH", path(feedback), QJsonObject{{u"processed"_s, true}});
    QCOMPARE(changed.status, 200);
    QJsonObject expected = feedback;
    expected.insert(u"processed"_s, true);
    QCOMPARE(changed.json().toObject(), expected);
    const QJsonObject draft{{u"comments"_s, u"Autre chose"_s}, {u"language"_s, u"en"_s}};
    const QJsonObject replaced = m_api->send(Role::Reception, "PUT", path(feedback), draft).json().toObject();
    QCOMPARE(replaced.value(u"comments"_s).toString(), u"Autre chose"_s);
    QVERIFY(replaced.value(u"overall_experience"_s).isNull());
    QCOMPARE(replaced.value(u"client_id"_s), feedback.value(u"client_id"_s));
    QCOMPARE(replaced.value(u"feedback_date"_s), feedback.value(u"feedback_date"_s));
}

void ApiFeedbackTest::takesBackWhatItAnswered()
{
    const QJsonObject patient = m_api->newPatient();
    const QJsonObject feedback = m_api->newFeedback({{u"patient_id"_s, patient.value(u"patient_id"_s)}});
    const ReceivedAnswer answer = m_api->send(Role::Reception, "PUT", path(feedback), feedback);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().toObject(), feedback);
}

void ApiFeedbackTest::filters()
{
    const QJsonObject patient = m_api->newPatient();
    m_api->newFeedback(
        {{u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"ward"_s, u"Nord"_s}, {u"overall_experience"_s, 1}});
    m_api->newFeedback({{u"feedback_date"_s, u"2026-03-01T23:59:59Z"_s}, {u"language"_s, u"en"_s}});
    m_api->newFeedback({{u"submission_method"_s, u"desk"_s}, {u"processed"_s, true}, {u"patient_id"_s, u"nobody"_s}});
    const auto count = [&](const QByteArray &query) {
        return m_api->get(Role::Viewer, "/api/feedback?" + query).headers.value("x-total-count").toInt();
    };
    QCOMPARE(count(""), 3);
    QCOMPARE(count("ward=Nord"), 1);
    QCOMPARE(count("language=english"), 1);
    QCOMPARE(count("submission_method=desk"), 1);
    QCOMPARE(count("processed=true"), 1);
    QCOMPARE(count("processed=false"), 2);
    QCOMPARE(count("matched=true"), 1);
    QCOMPARE(count("overall_at_most=2"), 1);
    QCOMPARE(count("to=2026-03-01"), 1);
    QCOMPARE(count("to=2026-02-28"), 0);
    QCOMPARE(count("from=2026-03-02"), 2);
    QCOMPARE(count("from=2026-03-01T23:59:59Z&to=2026-03-02T00:00:00Z"), 1);
    QCOMPARE(count("patient_id=nobody"), 1);
    QCOMPARE(count("patient_id=" + patient.value(u"patient_id"_s).toString().toLatin1()), 1);
    const QJsonArray byRating = m_api->get(Role::Viewer, "/api/feedback?sort=overall&order=asc").json().toArray();
    QCOMPARE(byRating.first().toObject().value(u"overall_experience"_s).toInt(), 1);
}

void ApiFeedbackTest::deletes()
{
    const QJsonObject feedback = m_api->newFeedback();
    QCOMPARE(m_api->send(Role::Reception, "DELETE", path(feedback)).status, 403);
    QCOMPARE(m_api->send(Role::Admin, "DELETE", path(feedback)).status, 204);
    QCOMPARE(m_api->send(Role::Admin, "DELETE", path(feedback)).status, 404);
    QCOMPARE(m_api->get(Role::Viewer, path(feedback)).status, 404);
}

void ApiFeedbackTest::keepsARecordingByteForByte()
{
    const QJsonObject feedback = m_api->newFeedback();
    const QByteArray target = path(feedback) + "/audio";
    QCOMPARE(m_api->get(Role::Viewer, target).status, 404);
    const QByteArray large = wav(2 * 1024 * 1024);
    const ReceivedAnswer sent = m_api->send(Role::Reception, "PUT", target, large, {{"Content-Type", "audio/wav"}});
    QCOMPARE(sent.status, 200);
    QCOMPARE(sent.json().toObject().value(u"size"_s).toInteger(), large.size());
    QCOMPARE(sent.json().toObject().value(u"sha256"_s).toString().toLatin1(), sha256Hex(large));
    const ReceivedAnswer got = m_api->get(Role::Viewer, target);
    QCOMPARE(got.headers.value("content-type"), QByteArray("audio/wav"));
    QVERIFY(got.body == large);
    QCOMPARE(m_api->get(Role::Viewer, target, {{"If-None-Match", got.headers.value("etag")}}).status, 304);
    const QByteArray second = wav(100);
    QCOMPARE(m_api->send(Role::Reception, "POST", target, second, {{"Content-Type", "audio/x-wav"}}).status, 200);
    QCOMPARE(m_api->get(Role::Viewer, target).body, second);
    const QJsonObject read = m_api->get(Role::Viewer, path(feedback)).json().toObject();
    QCOMPARE(read.value(u"audio_url"_s).toString().toLatin1(), target);
}

void ApiFeedbackTest::answersAPartOfARecording_data()
{
    QTest::addColumn<QByteArray>("range");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("first"); // of the 4044 bytes
    QTest::addColumn<int>("last");
    QTest::newRow("the beginning") << "bytes=0-43"_ba << 206 << 0 << 43;
    QTest::newRow("one byte") << "Bytes=7-7"_ba << 206 << 7 << 7;
    QTest::newRow("from the middle") << "bytes=4000-"_ba << 206 << 4000 << 4043;
    QTest::newRow("beyond the end") << "bytes=4000-99999999999999999999"_ba << 206 << 4000 << 4043;
    QTest::newRow("the last") << "bytes=-10"_ba << 206 << 4034 << 4043;
    QTest::newRow("more than there is") << "bytes=-5000"_ba << 206 << 0 << 4043;
    QTest::newRow("behind the end") << "bytes=4044-"_ba << 416 << 0 << 0;
    QTest::newRow("far behind the end") << "bytes=99999999999999999999-"_ba << 416 << 0 << 0;
    QTest::newRow("the last nothing") << "bytes=-0"_ba << 416 << 0 << 0;
    QTest::newRow("backwards") << "bytes=9-3"_ba << 200 << 0 << 4043;
    QTest::newRow("several") << "bytes=0-1,4-5"_ba << 200 << 0 << 4043;
    QTest::newRow("another unit") << "seconds=0-1"_ba << 200 << 0 << 4043;
    QTest::newRow("no number") << "bytes=a-b"_ba << 200 << 0 << 4043;
    QTest::newRow("nothing") << "bytes=-"_ba << 200 << 0 << 4043;
}

void ApiFeedbackTest::answersAPartOfARecording()
{
    QFETCH(QByteArray, range);
    QFETCH(int, status);
    QFETCH(int, first);
    QFETCH(int, last);
    const QByteArray target = path(m_api->newFeedback()) + "/audio";
    QByteArray recording = wav();
    QCOMPARE(recording.size(), 4044);
    for (qsizetype i = 44; i < recording.size(); ++i)
        recording[i] = char(i * 7);
    QCOMPARE(m_api->send(Role::Reception, "PUT", target, recording, {{"Content-Type", "audio/wav"}}).status, 200);
    const ReceivedAnswer part = m_api->get(Role::Viewer, target, {{"Range", range}});
    QCOMPARE(part.status, status);
    QCOMPARE(part.headers.value("accept-ranges"), "bytes"_ba);
    if (status == 416) {
        QCOMPARE(part.headers.value("content-range"), "bytes */4044"_ba);
        QCOMPARE(part.json().toObject().value(u"code"_s).toString(), u"rangeNotSatisfiable"_s);
        return;
    }
    QCOMPARE(part.body, recording.sliced(first, last - first + 1));
    QCOMPARE(part.headers.value("content-type"), "audio/wav"_ba);
    const QByteArray place = "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + "/4044";
    QCOMPARE(part.headers.value("content-range"), status == 206 ? place : QByteArray());
}

void ApiFeedbackTest::answersAPartOnlyOfTheSameRecording()
{
    const QByteArray target = path(m_api->newFeedback()) + "/audio";
    const auto put = [&](const QByteArray &bytes) {
        return m_api->send(Role::Reception, "PUT", target, bytes, {{"Content-Type", "audio/wav"}}).status;
    };
    QCOMPARE(put(wav()), 200);
    const QByteArray etag = m_api->get(Role::Viewer, target).headers.value("etag");
    const auto statusOf
        = [&](const WireClient::Headers &headers) { return m_api->get(Role::Viewer, target, headers).status; };
    QCOMPARE(statusOf({{"Range", "bytes=0-9"}, {"If-Range", etag}}), 206);
    QCOMPARE(statusOf({{"Range", "bytes=0-9"}, {"If-Range", "W/" + etag}}), 200);
    QCOMPARE(statusOf({{"Range", "bytes=0-9"}, {"If-Range", "Wed, 11 Mar 2026 10:00:00 GMT"}}), 200);
    QCOMPARE(statusOf({{"Range", "bytes=0-9"}, {"If-None-Match", etag}}), 304);
    const ReceivedAnswer head = m_api->send(Role::Viewer, "HEAD", target, QByteArray(), {{"Range", "bytes=0-9"}});
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("accept-ranges"), "bytes"_ba);
    QCOMPARE(head.headers.value("content-length"), "4044"_ba);
    QCOMPARE(put(wav(6000)), 200);
    QCOMPARE(statusOf({{"Range", "bytes=0-9"}, {"If-Range", etag}}), 200);
}

void ApiFeedbackTest::refusesWhatIsNoRecording()
{
    const QByteArray target = path(m_api->newFeedback()) + "/audio";
    const auto upload = [&](const QByteArray &body, const QByteArray &type) {
        return m_api->send(Role::Reception, "PUT", target, body, {{"Content-Type", type}}).status;
    };
    QCOMPARE(upload("<script>alert(1)</script>", "audio/wav"), 415);
    QCOMPARE(upload(wav(), "text/html"), 415);
    QCOMPARE(upload(QByteArray(), "audio/wav"), 400);
    QCOMPARE(upload(wav(int(FeedbackService::maximumAudioBytes)), "audio/wav"), 413);
    QCOMPARE(m_api->send(Role::Reception, "PUT", "/api/feedback/999999/audio", wav(), {{"Content-Type", "audio/wav"}})
                 .status,
        404);
}

void ApiFeedbackTest::tellsADeviceNothingOfTheRegistry()
{
    const QJsonObject patient = m_api->newPatient({{u"name"_s, u"Théodule Ngassa"_s}});
    const QJsonObject draft{{u"client_id"_s, u"6f2c1c1e-8f0a-4b7e-9d53-0b1f6f0a2d19"_s},
        {u"patient_id"_s, patient.value(u"patient_id"_s)}, {u"comments"_s, u"Bien"_s}};
    const ReceivedAnswer created = m_api->send(Role::Device, "POST", "/api/feedback", draft);
    QCOMPARE(created.status, 201);
    const QJsonObject told = created.json().toObject();
    QVERIFY(told.value(u"patient_name"_s).isNull());
    QCOMPARE(told.value(u"matched"_s).toBool(), false); // nor whether the number is one
    QCOMPARE(told.value(u"patient_id"_s), draft.value(u"patient_id"_s));
    const QByteArray url = created.headers.value("location");
    const QJsonObject stored = m_api->get(Role::Viewer, url).json().toObject();
    QCOMPARE(stored.value(u"patient_name"_s).toString(), u"Théodule Ngassa"_s);
    QVERIFY(stored.value(u"device"_s).toInteger() > 0);
    // Nor what people made of it since.
    QCOMPARE(
        m_api->send(Role::Manager, "PATCH", url, QJsonObject{{u"transcript"_s, u"Il dit que c'est bien."_s}}).status,
        200);
    const ReceivedAnswer again = m_api->send(Role::Device, "POST", "/api/feedback", draft);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, created.body);
}

void ApiFeedbackTest::letsADeviceAttachOnlyToItsOwn()
{
    const QJsonObject others = m_api->newFeedback();
    const QJsonObject own
        = m_api->send(Role::Device, "POST", "/api/feedback", QJsonObject{{u"emoji_rating"_s, 5}}).json().toObject();
    const WireClient::Headers wave{{"Content-Type", "audio/wav"}};
    QCOMPARE(m_api->send(Role::Device, "PUT", path(others) + "/audio", wav(), wave).status, 404);
    QCOMPARE(m_api->send(Role::Device, "PUT", "/api/feedback/99999/audio", wav(), wave).status, 404);
    QCOMPARE(m_api->send(Role::Device, "PUT", path(own) + "/audio", wav(), wave).status, 200);
    QCOMPARE(m_api->send(Role::Device, "PUT", path(own) + "/audio", wav(), wave).status, 403);
}

void ApiFeedbackTest::letsADeviceSubmitAndNothingElse()
{
    const ReceivedAnswer answer
        = m_api->send(Role::Device, "POST", "/api/feedback", QJsonObject{{u"emoji_rating"_s, 5}});
    QCOMPARE(answer.status, 201);
    QCOMPARE(m_api->get(Role::Device, answer.headers.value("location")).status, 403);
    QCOMPARE(m_api->get(Role::Device, "/api/feedback").status, 403);
}

QTEST_GUILESS_MAIN(ApiFeedbackTest)
#include "tst_apifeedback.moc"
