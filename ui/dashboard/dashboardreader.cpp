#include "ui/dashboard/dashboardreader.h"

#include "app/services/feedbackservice.h"
#include "app/services/statisticsservice.h"
#include "ui/background.h"
#include "ui/records/recordwords.h"

#include <algorithm>

namespace accueil {

namespace {

constexpr int soonMs = 1000;
constexpr qsizetype newestRows = 60; // among which an example is looked for
constexpr int longestExample = 140; // characters

// Words that somebody said lately about the topic. Rows are numbered as they come, so that the newest ones are the
// highest numbers.
Result<std::optional<TopicExample>> exampleOf(
    const Services &services, const Session &who, const StatisticsFilter &filter, const QString &topic)
{
    StatisticsFilter about = filter;
    about.topic = topicTable.value(topic);
    if (!about.topic) // of another program's list
        return std::nullopt;
    Result<QList<FeedbackId>> rows = services.statistics.feedbackBehind(who, about);
    if (!rows)
        return tl::unexpected(rows.error());
    std::sort(rows->begin(), rows->end(), [](FeedbackId one, FeedbackId other) { return one.value > other.value; });
    rows->resize(std::min(rows->size(), newestRows));
    const Result<Page<Feedback>> newest
        = services.feedback.list(who, {.among = *rows}, {.limit = int(newestRows), .offset = 0});
    if (!newest)
        return tl::unexpected(newest.error());
    for (const Feedback &feedback : newest->items) {
        const QString words = RecordWords::wordsIn(feedback).simplified();
        if (!words.isEmpty() && words.size() <= longestExample)
            return TopicExample{words, feedback.sentiment};
    }
    return std::nullopt;
}

Result<DashboardAnswer> answerTo(const Services &services, const Session &who, const DashboardQuestion &question)
{
    StatisticsService &statistics = services.statistics;
    DashboardAnswer answer{.question = question, .now = {}, .before = {}, .course = {}, .examples = {}};
    const StatisticsFilter filter = question.during(question.period);
    const Result<Statistics> now = statistics.statistics(who, filter);
    if (!now)
        return tl::unexpected(now.error());
    const Result<Statistics> before = statistics.statistics(who, question.during(question.period.before()));
    if (!before)
        return tl::unexpected(before.error());
    const Result<FeedbackStatistics> course = statistics.feedback(who, question.during(question.course()));
    if (!course)
        return tl::unexpected(course.error());
    answer.now = *now;
    answer.before = *before;
    answer.course = *course;
    for (auto topic = now->feedback.topics.cbegin(); topic != now->feedback.topics.cend(); ++topic) {
        if (*topic < now->feedback.smallestGroup)
            continue;
        const Result<std::optional<TopicExample>> example = exampleOf(services, who, filter, topic.key());
        if (!example)
            return tl::unexpected(example.error());
        if (*example)
            answer.examples.insert(topic.key(), **example);
    }
    return answer;
}

} // namespace

DashboardReader::DashboardReader(const RecordContext &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &DashboardReader::again);
}

void DashboardReader::ask(const DashboardQuestion &question)
{
    m_question = question;
    again();
}

void DashboardReader::againSoon()
{
    if (!m_soon.isActive()) // an import must not put it off for ever
        m_soon.start();
}

void DashboardReader::again()
{
    if (m_isBusy) {
        m_isWanted = true;
        return;
    }
    m_isBusy = true;
    inBackground(
        this,
        [services = m_desk.services, who = m_desk.session, question = m_question] {
            return answerTo(services, who, question);
        },
        [this, question = m_question](const Result<DashboardAnswer> &answer) {
            m_isBusy = false;
            if (std::exchange(m_isWanted, false))
                again();
            if (question != m_question) // overtaken
                return;
            if (answer)
                Q_EMIT answered(*answer);
            else
                Q_EMIT failed(answer.error());
        });
}

} // namespace accueil
