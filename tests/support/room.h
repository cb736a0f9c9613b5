#pragma once

#include "app/services/feedbackservice.h"
#include "app/services/patientservice.h"
#include "app/services/statisticsservice.h"
#include "app/services/understandingservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testengine.h"

namespace accueil {

// A store with its services and a clock that stands, for tests of what they do together.
struct Room
{
    explicit Room(Dialect dialect)
        : store(dialect)
    {
    }

    TestDatabase store;
    FakeClock clock;
    DomainEvents events;
    PatientService patients{store.database(), store.cipher(), clock, events};
    FeedbackService feedback{store.database(), store.cipher(), clock, events, testEngine()};
    UnderstandingService understanding{store.database(), store.cipher(), clock, events, testEngine()};
    HospitalSettings hospital; // what the statistics ask for
    StatisticsService statistics{store.database(), clock, [this] { return hospital; }};

    Session reception{{}, QStringLiteral("reception"), Role::Reception};
    Session manager{{}, QStringLiteral("manager"), Role::Manager};
    Session viewer{{}, QStringLiteral("viewer"), Role::Viewer};
    Session device{{}, QStringLiteral("tablet"), Role::Device};

    qint64 number(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery &query = store.database().execute(sql, values);
        return query.next() ? query.value(0).toLongLong() : -1;
    }
};

} // namespace accueil
