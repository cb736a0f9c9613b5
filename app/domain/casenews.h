#pragma once

#include "app/domain/case.h"

namespace accueil {

// What somebody is told about a case by email.
enum class CaseNewsKind { Opened, HandedOver, Reopened, Escalated };

inline constexpr EnumTable<CaseNewsKind, 4> caseNewsKindTable{{{
    {CaseNewsKind::Opened, u"opened"},
    {CaseNewsKind::HandedOver, u"handed_over"},
    {CaseNewsKind::Reopened, u"reopened"},
    {CaseNewsKind::Escalated, u"escalated"},
}}};

// One line of a letter: no word of the patient, and nothing that says who it is.
struct CaseNews
{
    CaseId about;
    QString ward;
    CaseNewsKind kind = CaseNewsKind::Opened;
    bool isUrgent = false;

    friend bool operator==(const CaseNews &, const CaseNews &) = default;
};

} // namespace accueil
