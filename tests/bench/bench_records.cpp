// Processor time of the use cases behind the API's hot paths, on SQLite, at 10,000 feedback rows of 300 patients.
#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "app/services/statisticsservice.h"
#include "tests/bench/cputime.h"
#include "tests/support/cameroonnames.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testengine.h"

#include <QCoreApplication>

#include <cstdio>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int patientRows = 300;
constexpr int feedbackRows = 10'000;

FeedbackDraft feedbackDraft(int number)
{
    static const QStringList wards{u"Urgences"_s, u"Maternité"_s, u"Pédiatrie"_s, u"Chirurgie"_s, u"Cardiologie"_s,
        u"Oncologie"_s, u"Radiologie"_s};
    FeedbackDraft draft;
    draft.patientReference
        = number % 4 == 0 ? QString() : u"P%1"_s.arg(1 + number % (patientRows + 30), 6, 10, QChar(u'0'));
    draft.ward = wards[number % wards.size()];
    draft.ratings
        = {1 + number % 5, 1 + number / 3 % 5, 1 + number / 7 % 5, 1 + number / 2 % 5, number % 11, 1 + number % 5};
    draft.comments = u"L'accueil était chaleureux mais l'attente trop longue, merci à toute l'équipe."_s;
    draft.language = languageTable.rows[size_t(number % 5)].value;
    draft.method = submissionMethodTable.rows[size_t(number % 4)].value;
    return draft;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestDatabase store(Dialect::Sqlite);
    FakeClock clock;
    DomainEvents events;
    PatientService patients(store.database(), store.cipher(), clock, events);
    FeedbackService feedback(store.database(), store.cipher(), clock, events, testEngine());
    StatisticsService statistics(store.database(), clock, [] { return HospitalSettings(); });
    const Session admin = Session::system();

    CameroonNames names(1);
    QList<PatientDraft> people;
    for (int i = 0; i < patientRows; ++i)
        people += PatientDraft{.name = names.next(),
            .email = u"someone@example.cm"_s,
            .phoneNumber = u"670%1"_s.arg(100'000 + i),
            .birthDate = QDate(1950 + i % 60, 1 + i % 12, 1 + i % 28),
            .condition = u"Hypertension"_s,
            .ward = u"Urgences"_s};
    patients.createBatch(admin, people);
    QList<FeedbackDraft> drafts;
    for (int i = 0; i < feedbackRows; ++i)
        drafts += feedbackDraft(i);
    const double batch = cpuTimeOf(1, [&](int) { feedback.submitBatch(admin, drafts); }).count() / feedbackRows;

    const auto print
        = [](const char *what, double microseconds) { std::printf("%-36s %8.1f us\n", what, microseconds); };
    print("feedback, imported", batch);
    print("feedback, submitted",
        cpuTimeOf(1000, [&](int i) { feedback.submit(admin, feedbackDraft(i)).value(); }).count());
    print("list of 50 patients", cpuTimeOf(500, [&](int) { patients.list(admin, {}, {}).value(); }).count());
    print("list of 50 feedback", cpuTimeOf(500, [&](int) { feedback.list(admin, {}, {}).value(); }).count());
    print("one patient", cpuTimeOf(2000, [&](int i) { patients.find(admin, {1 + i % patientRows}).value(); }).count());
    print("statistics", cpuTimeOf(500, [&](int) { statistics.statistics(admin, {}).value(); }).count());
    print("statistics of a ward",
        cpuTimeOf(500, [&](int) { statistics.statistics(admin, {.ward = u"Urgences"_s}).value(); }).count());
    print("statistics with times",
        cpuTimeOf(20, [&](int) { statistics.statistics(admin, {.from = clock.now().addYears(-1)}).value(); }).count());
    return 0;
}
