#pragma once

#include "app/domain/feedback.h"
#include "ui/page.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace accueil {

// Feedback that comes in while somebody works at the desk, from tablets, messages and the API: counted until it is
// seen. What this person took themselves is none, nor is a change of an earlier one. GUI thread only.
class Arrivals final : public QObject
{
    Q_OBJECT
public:
    explicit Arrivals(const PageContext &context, QObject *parent = nullptr);

    int count() const { return m_count; }
    FeedbackId newest() const { return m_newest; }
    QString words() const; // "2 new feedbacks, Maternité": nothing about a person; empty when none came
    void seen(); // counts from nothing again

Q_SIGNALS:
    void arrived();

private:
    struct Seen
    {
        FeedbackId id;
        QString ward;
        bool isNew = false;
    };
    void heardOf(FeedbackId id);
    void look();
    void take(const QList<Seen> &some);

    PageContext m_context;
    const QDateTime m_since;
    QTimer m_soon;
    QSet<FeedbackId> m_waiting; // to be looked at
    QSet<FeedbackId> m_known;
    bool m_looking = false;
    int m_count = 0;
    FeedbackId m_newest;
    QStringList m_wards;
};

} // namespace accueil
