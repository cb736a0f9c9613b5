#include "app/domain/fieldrules.h"
#include "app/domain/textfolding.h"
#include "app/services/caseservice.h"

#include <algorithm>

// Changes of a case beside its steps: whose it is, how grave it is, and what the poster says of it.

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

// A part of the number that is told without its country, or with spaces, tells it as well.
bool holdsNumber(const QString &text, const QString &phoneNumber)
{
    constexpr qsizetype telling = 7; // digits
    const QString digits = digitsOf(phoneNumber);
    return digits.size() >= telling && digitsOf(text).contains(digits.last(telling));
}

} // namespace

Result<Case> CaseService::change(const Session &who, CaseId id, const CaseChange &change, Version expected)
{
    const bool isForPoster = change.heard || change.done || change.isPublished;
    if (isForPoster) {
        if (const auto allowed = require(who, Permission::ManageCases); !allowed)
            return tl::unexpected(allowed.error());
    }
    return step(who, id, expected, [&](Case &about, CaseEvent &event) -> Result<void> {
        const Case before = about;
        event.kind = CaseEventKind::Edited;
        QStringList changed;
        if (change.severity && *change.severity != about.severity) {
            about.severity = *change.severity;
            changed += u"severity"_s;
        }
        if (change.heard && cleanText(*change.heard) != about.heard) {
            about.heard = cleanText(*change.heard);
            changed += u"heard"_s;
        }
        if (change.done && cleanText(*change.done) != about.done) {
            about.done = cleanText(*change.done);
            changed += u"done"_s;
        }
        if (before.heard != about.heard || before.done != about.done)
            about.isPublished = false;
        about.isPublished = change.isPublished.value_or(about.isPublished);
        if (about.isPublished != before.isPublished)
            changed += about.isPublished ? u"published"_s : u"withdrawn"_s;
        event.detail = changed.join(u' ');
        if (change.owner && *change.owner != about.owner.value_or(UserId{})) {
            if (const auto handed = handOver(about, *change.owner, event); !handed)
                return handed;
        }
        if (const QList<FieldError> broken = brokenPosterRules(about); isForPoster && !broken.isEmpty())
            return fail(ErrorCode::Invalid, broken);
        return {};
    });
}

Result<void> CaseService::handOver(Case &about, UserId owner, CaseEvent &event)
{
    if (about.status == CaseStatus::Resolved)
        return fail(ErrorCode::Conflict);
    if (owner && !m_rules.isPerson(owner))
        return fail(ErrorCode::Invalid, {{u"owner_id"_s, u"unknownValue"_s}});
    if (about.owner)
        m_news.forget(about.id, *about.owner);
    about.owner = owner ? std::optional(owner) : std::nullopt;
    event.kind = CaseEventKind::HandedOver;
    event.detail = owner ? QString::number(owner.value) : QString();
    if (about.owner && about.owner != event.actor)
        m_intake.tell(about, CaseNewsKind::HandedOver, {owner});
    return {};
}

QList<FieldError> CaseService::brokenPosterRules(const Case &about)
{
    FieldRules rules;
    rules.text(u"heard"_s, about.heard, longestPosterText);
    rules.text(u"done"_s, about.done, longestPosterText);
    if (about.isPublished) {
        rules.required(u"heard"_s, about.heard);
        rules.required(u"done"_s, about.done);
        if (about.status != CaseStatus::Resolved)
            rules.add(u"published"_s, u"notResolved"_s);
    }
    const std::optional<Feedback> feedback = m_feedback.find(about.feedback);
    const std::optional<Patient> patient
        = feedback && feedback->patient ? m_patients.find(*feedback->patient) : std::nullopt;
    if (feedback && identifies(about.heard, *feedback, patient))
        rules.add(u"heard"_s, u"identifiesPatient"_s);
    if (feedback && identifies(about.done, *feedback, patient))
        rules.add(u"done"_s, u"identifiesPatient"_s);
    return rules.errors();
}

// Whatever the capitals, the accents and the order of the names. Particles of two letters are in every text.
bool CaseService::identifies(const QString &text, const Feedback &feedback, const std::optional<Patient> &patient) const
{
    constexpr qsizetype shortest = 3;
    const QStringList words = foldedTokens(text);
    QStringList names = foldedTokens(feedback.patientName);
    if (patient)
        names += foldedTokens(patient->name);
    const bool holdsName = std::any_of(names.begin(), names.end(),
        [&](const QString &name) { return name.size() >= shortest && words.contains(name); });
    const QString reference = foldText(feedback.patientReference);
    return holdsName || (reference.size() >= shortest && foldText(text).contains(reference))
        || holdsNumber(text, feedback.phoneNumber) || (patient && holdsNumber(text, patient->phoneNumber));
}

} // namespace accueil
