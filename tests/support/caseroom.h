#pragma once

#include "app/services/caseservice.h"
#include "app/services/casewatch.h"
#include "app/services/importservice.h"
#include "db/userrepository.h"
#include "tests/support/scriptedsender.h"
#include "tests/support/tabletroom.h"

namespace accueil {

// A tablet room whose bad experiences are followed up, with accounts and letters.
struct CaseRoom : TabletRoom
{
    explicit CaseRoom(Dialect dialect)
        : TabletRoom(dialect)
    {
        hospital.name = QStringLiteral("Hôpital de test");
    }

    Session addUser(const QString &name, Role role, bool isActive = true)
    {
        User user{.username = name,
            .email = name + QStringLiteral("@exemple.invalid"),
            .role = role,
            .isActive = isActive,
            .createdAt = clock.now()};
        Transaction transaction{store.database()};
        UserRepository(store.database(), store.cipher()).insert(user, QStringLiteral("-"));
        transaction.commit();
        return Session{user.id, name, role};
    }
    FeedbackDraft bad(const QString &words = QStringLiteral("Cinq heures d'attente."))
    {
        FeedbackDraft draft{.ward = QStringLiteral("Maternité"), .comments = words};
        draft.ratings.overallExperience = 2;
        return draft;
    }
    // The case of a feedback that the desk submits now.
    Case opened(const FeedbackDraft &draft)
    {
        return caseOf(feedback.submit(reception, draft).value().feedback.id).value();
    }
    Case opened() { return opened(bad()); }
    std::optional<Case> caseOf(FeedbackId id)
    {
        const QList<CaseCard> cards = cases.list(boss, {.feedback = id}, {10, 0})->items;
        return cards.size() == 1 ? std::optional(cards.at(0).about) : std::nullopt;
    }
    Case again(const Case &about) { return cases.find(boss, about.id)->about; }
    void own(const QString &ward, const Session &who)
    {
        CaseRules rules = cases.rules(boss).value();
        rules.owners.insert(ward, who.user);
        cases.saveRules(boss, rules).value();
    }
    qint64 count() { return number(QStringLiteral("SELECT count(*) FROM cases")); }

    CaseService cases{store.database(), store.cipher(), clock, events};
    ScriptedSender mail;
    CaseWatch watch{store.database(), store.cipher(), clock, events, &mail, [this] { return hospital; }};
    CaseWatch otherWatch{store.database(), store.cipher(), clock, events, &mail, [this] { return hospital; }};
    Session boss = addUser(QStringLiteral("bernard"), Role::Manager);
    Session nurse = addUser(QStringLiteral("mireille"), Role::Reception);
};

} // namespace accueil
