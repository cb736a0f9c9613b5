// How long a search takes at the desk: bench_search [patients] [file]. Fills a SQLite store (kept and used again when a
// file is named), then asks as people type and prints times from question to the first page of patients.
#include "app/domain/textfolding.h"
#include "app/services/patientservice.h"
#include "db/migrator.h"
#include "tests/bench/cputime.h"
#include "tests/support/cameroonnames.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <map>
#include <vector>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

constexpr int queries = 2000;
constexpr quint32 seed = 20260312;

struct Person
{
    QString name;
    QString number;
    QString phone; // without country code
};

// Person `id`, the same in every run.
class People
{
public:
    People()
        : m_names(seed)
    {
    }
    Person next()
    {
        ++m_id;
        const quint32 line = m_names.random().bounded(10'000'000);
        const quint32 range = m_names.random().bounded(3);
        return {m_names.next(), u"P%1"_s.arg(m_id, 6, 10, QChar(u'0')),
            u"6%1%2"_s.arg(range == 0      ? u'5'
                              : range == 1 ? u'7'
                                           : u'9')
                .arg(line, 7, 10, QChar(u'0'))};
    }

private:
    CameroonNames m_names;
    qint64 m_id = 0;
};

void insertPatients(
    Database &database, const StoreCipher &cipher, int count, std::vector<std::pair<qint64, qint64>> &tags)
{
    People people;
    for (qint64 id = 1; id <= count;) {
        Transaction transaction{database};
        for (const qint64 end = std::min<qint64>(count, id + 9999); id <= end; ++id) {
            const Person person = people.next();
            const QString phone = u"+237"_s + person.phone;
            database.execute(u"INSERT INTO patients (id, patient_number, name_enc, phone_number_enc, gender,"
                             " preferred_language, ward, registration_date, last_activity, updated_at)"
                             " VALUES (?, ?, ?, ?, 'female', 'fr', 'A', ?, ?, ?)"_s,
                {id, person.number, cipher.fields.encryptText(person.name, {"patients", "name_enc", id}),
                    cipher.fields.encryptText(phone, {"patients", "phone_number_enc", id}), id, id, id});
            for (qint64 tag : cipher.index.tagsOfPatient(person.name, person.number, phone))
                tags.emplace_back(tag, id);
        }
        transaction.commit();
    }
}

// In the order of the index: many times as fast as patient by patient.
void insertTags(Database &database, std::vector<std::pair<qint64, qint64>> &tags)
{
    constexpr size_t rows = 400;
    std::sort(tags.begin(), tags.end());
    const auto statement = [](size_t count) {
        return u"INSERT INTO patient_search (tag, patient_id) VALUES (?, ?)"_s
            + u", (?, ?)"_s.repeated(qsizetype(count) - 1);
    };
    const QString full = statement(rows);
    Transaction transaction{database};
    for (size_t from = 0; from < tags.size(); from += rows) {
        const size_t count = std::min(rows, tags.size() - from);
        QVariantList values;
        values.reserve(qsizetype(2 * count));
        for (size_t i = from; i < from + count; ++i)
            values << tags[i].first << tags[i].second;
        database.execute(count == rows ? full : statement(count), values);
    }
    transaction.commit();
}

void fill(Database &database, const StoreCipher &cipher, int count)
{
    QElapsedTimer timer;
    timer.start();
    database.execute(u"PRAGMA synchronous = OFF"_s);
    std::vector<std::pair<qint64, qint64>> tags;
    tags.reserve(size_t(count) * 30);
    insertPatients(database, cipher, count, tags);
    std::printf(
        "%d patients in %.1f s, %.1f tags each\n", count, double(timer.restart()) / 1000, double(tags.size()) / count);
    insertTags(database, tags);
    database.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    database.execute(u"PRAGMA synchronous = FULL"_s);
    std::printf("tags in %.1f s, file %.0f MB\n", double(timer.elapsed()) / 1000,
        double(QFile(database.location().path).size()) / 1e6);
}

// What somebody types who looks for a person, by kind; of one word while typing every beginning.
std::vector<std::pair<const char *, QString>> questions(const QList<Person> &sample)
{
    QRandomGenerator random(seed);
    std::vector<std::pair<const char *, QString>> list;
    const auto beginning
        = [&](const QString &word) { return word.left(std::min<qsizetype>(word.size(), 2 + random.bounded(6))); };
    for (qsizetype i = 0; qsizetype(list.size()) < queries; i = (i + 1) % sample.size()) {
        const Person &person = sample[i];
        const QStringList words = person.name.split(u' ');
        const QString &word = words[random.bounded(words.size())];
        for (int letters = 2; letters <= word.size(); ++letters)
            list.emplace_back("word while typing", word.left(letters));
        QString first = beginning(words.first());
        QString second = beginning(words.last());
        if (random.bounded(2) == 0)
            std::swap(first, second);
        list.emplace_back("two words, any order", (first + u' ' + second).toLower());
        list.emplace_back("whole name", person.name.toUpper());
        list.emplace_back("name without accents", foldText(words.first() + u' ' + words.last()));
        list.emplace_back("number", person.number);
        list.emplace_back("number, digits only", QString::number(person.number.mid(1).toLongLong()));
        list.emplace_back("telephone, last four", person.phone.right(4));
        list.emplace_back("telephone, beginning", person.phone.left(4 + random.bounded(6)));
    }
    return list;
}

struct Times
{
    std::vector<double> clock; // ms
    std::vector<double> processor;
};

void print(const char *kind, Times &times)
{
    std::printf("%-24s %6zu", kind, times.clock.size());
    for (std::vector<double> *values : {&times.clock, &times.processor}) {
        std::sort(values->begin(), values->end());
        const auto at = [&](double share) {
            return (*values)[std::min(values->size() - 1, size_t(share * double(values->size())))];
        };
        std::printf("  |%8.2f%8.2f%8.2f%8.2f", at(0.5), at(0.95), at(0.99), values->back());
    }
    std::printf("\n");
}

// What one would do without the index: open every name and look. Returns how many were found.
int searchByDecrypting(Database &database, const StoreCipher &cipher, const QString &folded)
{
    int found = 0;
    for (qint64 last = 0;;) {
        QSqlQuery &rows = database.execute(
            u"SELECT id, name_enc FROM patients WHERE id > ? AND archived = 0 ORDER BY id LIMIT 10000"_s, {last});
        const qint64 before = last;
        while (rows.next()) {
            last = rows.value(0).toLongLong();
            const QString name = cipher.fields.decryptText(rows.value(1).toByteArray(), {"patients", "name_enc", last});
            found += foldText(name).contains(folded) ? 1 : 0;
        }
        if (last == before)
            return found;
    }
}

void printDecrypting(Database &database, const StoreCipher &cipher, const Person &person)
{
    QElapsedTimer timer;
    timer.start();
    int found = 0;
    const double processor
        = cpuTimeOf(1, [&](int) { found = searchByDecrypting(database, cipher, foldText(person.name)); }).count()
        / 1000;
    if (found == 0)
        qFatal("a patient who is there was not found by decrypting");
    std::printf("one search by decrypting every name: %lld ms by the clock, %.0f ms of processor time\n",
        static_cast<long long>(timer.elapsed()), processor);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.size() > 1 ? arguments[1].toInt() : 1'000'000;
    QTemporaryDir folder;
    Database database({.path = arguments.size() > 2 ? arguments[2] : folder.filePath(u"bench.db"_s)});
    Migrator(database).migrate();
    const Keyring keyring({{quint16(1), QByteArray(32, 'k')}}); // the same in every run, for a file that is used again
    const StoreCipher cipher(keyring);
    const FakeClock clock;
    DomainEvents events;
    PatientService patients(database, cipher, clock, events);
    const Session viewer{{}, u"viewer"_s, Role::Viewer};
    if (patients.list(viewer, {}, {})->total == 0)
        fill(database, cipher, count);

    People people;
    QList<Person> sample;
    for (int i = 0; i < count; ++i) {
        const Person person = people.next();
        if (i % std::max(1, count / 200) == 7)
            sample += person;
    }
    std::map<std::string, Times> times;
    Times all;
    for (const auto &[kind, text] : questions(sample)) {
        const PatientFilter filter{.search = text, .sort = PatientSort::Name, .order = SortOrder::Ascending};
        QElapsedTimer timer;
        timer.start();
        Page<Patient> page;
        const double processor
            = cpuTimeOf(1, [&](int) { page = patients.list(viewer, filter, {.limit = 20}).value(); }).count() / 1000;
        const double clockTime = double(timer.nsecsElapsed()) / 1e6;
        for (Times *kept : {&times[kind], &all}) {
            kept->clock.push_back(clockTime);
            kept->processor.push_back(processor);
        }
        if (page.items.isEmpty() && text.size() > 3)
            qFatal("a patient who is there was not found");
    }
    std::printf(
        "\n%-24s %6s  | clock: p50     p95     p99     max  | processor: p50 p95     p99     max  (ms)\n", "", "n");
    for (auto &[kind, values] : times)
        print(kind.c_str(), values);
    print("all", all);
    printDecrypting(database, cipher, sample.constFirst());
    return 0;
}
