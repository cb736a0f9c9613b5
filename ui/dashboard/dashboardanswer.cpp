#include "ui/dashboard/dashboardanswer.h"

#include "app/services/feedbackservice.h"
#include "app/services/statisticsservice.h"
#include "ui/records/recordwords.h"

#include <algorithm>

namespace accueil {

namespace {

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

} // namespace

Result<DashboardAnswer> dashboardAnswer(const Services &services, const Session &who, const DashboardQuestion &question)
{
    StatisticsService &statistics = services.statistics;
    DashboardAnswer answer{.question = question,
        .now = {},
        .before = {},
        .course = {},
        .courseReminders = {},
        .whole = {},
        .wholeCourse = {},
        .examples = {}};
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
    const Result<ReminderStatistics> courseReminders = statistics.reminders(who, question.during(question.course()));
    if (!courseReminders)
        return tl::unexpected(courseReminders.error());
    answer.courseReminders = *courseReminders;
    if (question.filter.topic || !question.filter.ward.isEmpty()) {
        DashboardQuestion all = question;
        all.filter.topic.reset();
        all.filter.ward.clear();
        if (question.filter.topic)
            all.filter.ward = question.filter.ward; // a topic within a ward is compared there
        const Result<FeedbackStatistics> whole = statistics.feedback(who, all.during(question.period));
        if (!whole)
            return tl::unexpected(whole.error());
        const Result<FeedbackStatistics> wholeCourse = statistics.feedback(who, all.during(question.course()));
        if (!wholeCourse)
            return tl::unexpected(wholeCourse.error());
        answer.whole = *whole;
        answer.wholeCourse = *wholeCourse;
    }
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

} // namespace accueil
