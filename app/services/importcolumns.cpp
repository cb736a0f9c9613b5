#include "app/services/importcolumns.h"

#include "app/domain/textfolding.h"

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

struct FieldNames
{
    QString field;
    bool inPatients;
    bool inFeedback;
    QStringList english; // folded words joined by one space
    QStringList french;
};

const QList<FieldNames> &fieldNames()
{
    static const QList<FieldNames> names{
        {u"client_id"_s, false, true, {u"client id"_s, u"feedback id"_s, u"id"_s, u"uuid"_s, u"submission id"_s},
            {u"id retour"_s, u"numero retour"_s}},
        {u"patient_id"_s, true, true,
            {u"patient id"_s, u"patient number"_s, u"mrn"_s, u"record number"_s, u"medical record number"_s},
            {u"numero"_s, u"numero patient"_s, u"n patient"_s, u"no patient"_s, u"dossier"_s, u"numero de dossier"_s,
                u"matricule"_s}},
        {u"name"_s, true, false, {u"name"_s, u"patient name"_s, u"full name"_s},
            {u"nom"_s, u"nom et prenom"_s, u"nom complet"_s, u"noms et prenoms"_s, u"patient"_s}},
        {u"patient_name"_s, false, true, {u"name"_s, u"patient name"_s, u"full name"_s},
            {u"nom"_s, u"nom et prenom"_s, u"nom complet"_s, u"patient"_s}},
        {u"phone_number"_s, true, true,
            {u"phone"_s, u"phone number"_s, u"telephone"_s, u"mobile"_s, u"patient phone"_s},
            {u"tel"_s, u"numero de telephone"_s, u"portable"_s}},
        {u"email"_s, true, false, {u"email"_s, u"e mail"_s, u"mail"_s}, {u"courriel"_s, u"adresse electronique"_s}},
        {u"birth_date"_s, true, false, {u"birth date"_s, u"date of birth"_s, u"dob"_s, u"birthday"_s},
            {u"date de naissance"_s, u"naissance"_s, u"ne le"_s}},
        {u"birth_year"_s, true, false, {u"birth year"_s, u"year of birth"_s}, {u"annee de naissance"_s}},
        {u"age"_s, true, true, {u"age"_s, u"patient age"_s}, {u"age du patient"_s}},
        {u"gender"_s, true, true, {u"gender"_s, u"sex"_s, u"patient gender"_s}, {u"sexe"_s, u"genre"_s}},
        {u"condition"_s, true, true, {u"condition"_s, u"diagnosis"_s}, {u"diagnostic"_s, u"maladie"_s, u"motif"_s}},
        {u"preferred_language"_s, true, false, {u"preferred language"_s, u"language"_s},
            {u"langue"_s, u"langue preferee"_s}},
        {u"ward"_s, true, true, {u"ward"_s, u"department"_s, u"unit"_s, u"clinic"_s},
            {u"service"_s, u"departement"_s, u"unite"_s}},
        {u"registration_date"_s, true, false, {u"registration date"_s, u"registered"_s, u"date registered"_s},
            {u"date d inscription"_s, u"inscription"_s, u"inscrit le"_s}},
        {u"overall_experience"_s, false, true,
            {u"overall experience"_s, u"rating"_s, u"overall"_s, u"overall rating"_s, u"stars"_s, u"score"_s,
                u"satisfaction"_s},
            {u"note"_s, u"note globale"_s, u"satisfaction globale"_s, u"impression generale"_s}},
        {u"treatment_satisfaction"_s, false, true, {u"treatment satisfaction"_s, u"treatment"_s, u"care"_s},
            {u"soins"_s, u"soins recus"_s, u"satisfaction soins"_s}},
        {u"communication_rating"_s, false, true, {u"communication rating"_s, u"communication"_s},
            {u"ecoute"_s, u"ecoute et explications"_s}},
        {u"facility_rating"_s, false, true, {u"facility rating"_s, u"facility"_s, u"facilities"_s, u"cleanliness"_s},
            {u"locaux"_s, u"locaux et proprete"_s, u"proprete"_s}},
        {u"recommendation_likelihood"_s, false, true,
            {u"recommendation likelihood"_s, u"recommend"_s, u"nps"_s, u"likelihood to recommend"_s},
            {u"recommandation"_s, u"recommanderait"_s}},
        {u"emoji_rating"_s, false, true, {u"emoji rating"_s, u"emoji"_s, u"face"_s}, {u"visage"_s}},
        {u"comments"_s, false, true,
            {u"comments"_s, u"comment"_s, u"feedback"_s, u"feedback text"_s, u"text"_s, u"content"_s, u"review"_s},
            {u"commentaire"_s, u"commentaires"_s, u"avis"_s, u"texte"_s, u"remarque"_s, u"remarques"_s, u"retour"_s}},
        {u"language"_s, false, true, {u"language"_s, u"lang"_s}, {u"langue"_s}},
        {u"submission_method"_s, false, true, {u"submission method"_s, u"method"_s, u"channel"_s},
            {u"moyen"_s, u"canal"_s}},
        {u"feedback_date"_s, false, true,
            {u"feedback date"_s, u"date"_s, u"date submitted"_s, u"submitted"_s, u"created at"_s, u"timestamp"_s},
            {u"date du retour"_s, u"recu le"_s, u"le"_s}},
    };
    return names;
}

bool belongsTo(const FieldNames &names, ImportKind kind)
{
    return kind == ImportKind::Patients ? names.inPatients : names.inFeedback;
}

} // namespace

QStringList importFields(ImportKind kind)
{
    QStringList fields;
    for (const FieldNames &names : fieldNames()) {
        if (belongsTo(names, kind))
            fields.append(names.field);
    }
    return fields;
}

ColumnGuess guessColumns(ImportKind kind, const QStringList &header)
{
    ColumnGuess guess;
    int englishNames = 0;
    int frenchNames = 0;
    for (int column = 0; column < header.size(); ++column) {
        const QString name = foldedTokens(header.at(column)).join(u' ');
        for (const FieldNames &names : fieldNames()) {
            if (!belongsTo(names, kind) || guess.mapping.contains(names.field))
                continue;
            const bool english = names.english.contains(name);
            const bool french = names.french.contains(name);
            if (!english && !french)
                continue;
            guess.mapping.insert(names.field, column);
            englishNames += english;
            frenchNames += french;
            break;
        }
    }
    guess.language = englishNames > frenchNames ? Language::English : Language::French;
    return guess;
}

} // namespace accueil
