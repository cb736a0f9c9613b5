#include "db/caserulesrepository.h"

#include "db/cellvalues.h"

namespace accueil {

using namespace Qt::StringLiterals;

CaseRules CaseRulesRepository::load()
{
    CaseRules rules = CaseRules::standard();
    QSqlQuery &row = m_database.execute(
        u"SELECT overall_at_most, recommendation_at_most, sentiment_at_most, keywords_fr, keywords_en,"
        " acknowledge_hours, resolve_hours, version FROM case_rules WHERE id = 1"_s);
    if (row.next()) {
        rules.overallAtMost = optionalInt(row.value(0));
        rules.recommendationAtMost = optionalInt(row.value(1));
        rules.sentimentAtMost = row.value(2).isNull() ? std::nullopt : std::optional(row.value(2).toDouble());
        rules.keywordsFrench = row.value(3).toString().split(u'\n', Qt::SkipEmptyParts);
        rules.keywordsEnglish = row.value(4).toString().split(u'\n', Qt::SkipEmptyParts);
        rules.acknowledgeHours = row.value(5).toInt();
        rules.resolveHours = row.value(6).toInt();
        rules.version = row.value(7).toLongLong();
    }
    QSqlQuery &owners = m_database.execute(u"SELECT ward, user_id FROM case_owners"_s);
    while (owners.next())
        rules.owners.insert(owners.value(0).toString(), UserId{owners.value(1).toLongLong()});
    return rules;
}

bool CaseRulesRepository::save(const CaseRules &rules, const QDateTime &now)
{
    const QVariantList row{nullable(rules.overallAtMost), nullable(rules.recommendationAtMost),
        nullable(rules.sentimentAtMost), rules.keywordsFrench.join(u'\n'), rules.keywordsEnglish.join(u'\n'),
        rules.acknowledgeHours, rules.resolveHours, timeValue(now), rules.version + 1};
    const QSqlQuery &written = rules.version == 0
        ? m_database.execute(u"INSERT INTO case_rules (overall_at_most, recommendation_at_most, sentiment_at_most,"
                             " keywords_fr, keywords_en, acknowledge_hours, resolve_hours, updated_at, version, id)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO NOTHING"_s,
            row)
        : m_database.execute(u"UPDATE case_rules SET overall_at_most = ?, recommendation_at_most = ?,"
                             " sentiment_at_most = ?, keywords_fr = ?, keywords_en = ?, acknowledge_hours = ?,"
                             " resolve_hours = ?, updated_at = ?, version = ? WHERE id = 1 AND version = ?"_s,
            row + QVariantList{rules.version});
    if (written.numRowsAffected() != 1)
        return false;
    m_database.execute(u"DELETE FROM case_owners"_s);
    for (auto owner = rules.owners.begin(); owner != rules.owners.end(); ++owner) {
        m_database.execute(
            u"INSERT INTO case_owners (ward, user_id) VALUES (?, ?)"_s, {owner.key(), owner.value().value});
    }
    return true;
}

void CaseRulesRepository::renameWard(const QString &from, const QString &to)
{
    m_database.execute(
        u"DELETE FROM case_owners WHERE ward = ? AND EXISTS (SELECT 1 FROM case_owners WHERE ward = ?)"_s, {from, to});
    m_database.execute(u"UPDATE case_owners SET ward = ? WHERE ward = ?"_s, {to, from});
}

QList<CasePerson> CaseRulesRepository::people()
{
    QSqlQuery &query
        = m_database.execute(u"SELECT id, username, role FROM users WHERE is_active = 1 ORDER BY username"_s);
    QList<CasePerson> people;
    while (query.next()) {
        const Role role = roleTable.value(query.value(2).toString()).value();
        if (roleMay(role, Permission::WorkCases))
            people += CasePerson{{query.value(0).toLongLong()}, query.value(1).toString(), role};
    }
    return people;
}

bool CaseRulesRepository::isPerson(UserId id)
{
    const QList<CasePerson> all = people();
    return std::any_of(all.begin(), all.end(), [id](const CasePerson &person) { return person.id == id; });
}

} // namespace accueil
