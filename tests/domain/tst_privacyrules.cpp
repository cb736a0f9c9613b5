#include "app/domain/privacyrules.h"

#include <QtTest>

#include <array>

using namespace accueil;
using namespace Qt::StringLiterals;

namespace {

// Texts that a desk sends every day.
constexpr std::array harmless{
    u"Hôpital Général : bonjour Awa, vous avez rendez-vous le lundi 23 novembre à 9 h.",
    u"Rendez-vous demain à 14 h 30 en cardiologie. Apportez votre carnet.",
    u"Bonjour, votre consultation est reportée au 3 mai à 8 h. Merci d'appeler l'accueil.",
    u"Pensez à prendre votre traitement ce soir.",
    u"C'est l'heure de votre traitement. En cas de doute, appelez l'accueil.",
    u"Vos résultats d'analyse sont arrivés. Venez les prendre à l'accueil.",
    u"Venez à jeun pour votre prise de sang mardi à 7 h.",
    u"Rappel : vaccin de votre enfant mercredi à 10 h, pavillon B.",
    u"Votre ordonnance est prête à la pharmacie de l'hôpital.",
    u"Merci de votre visite. Dites-nous comment elle s'est passée.",
    u"Si vous ne pouvez pas venir, prévenez l'accueil au 2 33 42 00 00.",
    u"Le docteur Viola vous attend vendredi à 11 h, salle 12.",
    u"Rendez-vous dans l'enceinte de l'hôpital, bâtiment C, à 9 h.",
    u"Un message attend Mme Sidaka. Passez à l'accueil ou appelez-nous.",
    u"Votre radiographie est prévue jeudi à 15 h, apportez vos anciens clichés.",
    u"Rendez-vous de chirurgie le 12 avril. Ne mangez rien après minuit.",
    u"Consultation d'ophtalmologie confirmée pour samedi 8 h.",
    u"Votre enfant est attendu en pédiatrie lundi à 9 h 15.",
    u"Il est temps de revenir nous voir. Appelez-nous pour choisir un jour.",
    u"N'OUBLIEZ PAS VOTRE RENDEZ-VOUS DE DEMAIN A 10H. MERCI.",
    u"Hello Mary, you have an appointment on Monday 23 November at 9:00.",
    u"Please come tomorrow at 8 with your booklet and your insurance card.",
    u"Your results have arrived. Please collect them at the reception.",
    u"It is time for your medicine. If in doubt, please call the reception.",
    u"Dr Tabi will see you on Friday at 11, second floor, room 12.",
    u"Your blood test is on Tuesday at 7. Do not eat before it.",
    u"This aids us to prepare your visit; the art room is on the left.",
    u"Your child's vaccine is due on Wednesday at 10.",
    u"The venerable Dr Hive expects you at the dental clinic at 3 pm.",
    u"Thank you for your visit. Please tell us how it went.",
    u"Your eye check is moved to 3 May at 8. Call us if you cannot come.",
    u"We wish you a quick recovery. Follow-up visit in two weeks.",
};

struct Telling
{
    QStringView text;
    QStringView words; // that tell
};

constexpr std::array telling{
    Telling{u"Votre traitement du VIH vous attend", u"VIH"},
    Telling{u"Contrôle V.I.H. lundi à 9 h", u"V.I.H"},
    Telling{u"Venez renouveler vos ARV avant vendredi", u"ARV"},
    Telling{u"vos antirétroviraux sont prêts", u"antirétroviraux"},
    Telling{u"Vos anti-rétroviraux sont arrivés", u"rétroviraux"},
    Telling{u"Résultat de votre charge virale", u"charge virale"},
    Telling{u"Votre test de dépistage est mardi", u"dépistage"},
    Telling{u"Votre sérologie est prête", u"sérologie"},
    Telling{u"Suivi de votre séropositivité", u"séropositivité"},
    Telling{u"Rendez-vous au Centre anti-cancéreux demain", u"cancéreux"},
    Telling{u"Rendez-vous en oncologie à 9 h", u"oncologie"},
    Telling{u"Votre chimiothérapie commence lundi", u"chimiothérapie"},
    Telling{u"Votre séance de radiothérapie est à 14 h", u"radiothérapie"},
    Telling{u"Mammographie jeudi à 10 h", u"Mammographie"},
    Telling{u"Résultat de votre biopsie", u"biopsie"},
    Telling{u"Rendez-vous en psychiatrie mardi", u"psychiatrie"},
    Telling{u"Suivi de votre dépression", u"dépression"},
    Telling{u"Votre séance de dialyse est à 6 h", u"dialyse"},
    Telling{u"Pensez à votre insuline ce soir", u"insuline"},
    Telling{u"Votre contrôle du diabète est demain", u"diabète"},
    Telling{u"Traitement de la tuberculose : 8 h", u"tuberculose"},
    Telling{u"Apportez vos crachats du matin", u"crachats"},
    Telling{u"Votre hépatite B est à contrôler", u"hépatite"},
    Telling{u"Visite prénatale lundi à 9 h", u"prénatale"},
    Telling{u"Suivi de grossesse mercredi", u"grossesse"},
    Telling{u"Vous êtes enceinte de trois mois", u"enceinte"},
    Telling{u"Consultation de contraception à 11 h", u"contraception"},
    Telling{u"Entretien après votre IVG", u"IVG"},
    Telling{u"Rendez-vous à l'hôpital de jour", u"hôpital de jour"},
    Telling{u"Rendez-vous à l'UPEC demain à 8 h", u"UPEC"},
    Telling{u"Your HIV test is ready", u"HIV"},
    Telling{u"Your CD4 count has arrived", u"CD4"},
    Telling{u"Your viral load result is here", u"viral load"},
    Telling{u"Your chemotherapy is on Monday", u"chemotherapy"},
    Telling{u"Visit the TB clinic tomorrow", u"TB"},
    Telling{u"Please come to the AIDS unit at 9", u"AIDS"},
    Telling{u"Your pregnancy check is on Friday", u"pregnancy"},
    Telling{u"Antenatal visit on Monday at 8", u"Antenatal"},
    Telling{u"Your epilepsy medicine is ready", u"epilepsy"},
    Telling{u"Time for your methadone", u"methadone"},
    Telling{u"Your sickle cell review is on 3 May", u"sickle cell"},
    Telling{u"Your pap smear is on Tuesday", u"pap smear"},
};

} // namespace

class PrivacyRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatGivesAway_data();
    void findsWhatGivesAway();
    void leavesEverydayWordsAlone_data();
    void leavesEverydayWordsAlone();
    void letsEverydayRemindersPass();
    void findsWhatTells();
    void findsThePatientsOwnCondition();
    void ignoresWhatConditionsSayBesideTheIllness();
    void takesNoNameForAnIllness();
    void saysWhereItStands();
};

void PrivacyRulesTest::findsWhatGivesAway_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("a diagnosis") << u"Votre traitement du VIH vous attend"_s << u"VIH"_s;
    QTest::newRow("in small letters") << u"suivi vih lundi"_s << u"vih"_s;
    QTest::newRow("with accents") << u"Test de dépistage"_s << u"dépistage"_s;
    QTest::newRow("an ending") << u"séropositivité"_s << u"séropositivité"_s;
    QTest::newRow("two words") << u"Résultat de votre charge virale."_s << u"charge virale"_s;
    QTest::newRow("over the end of a line") << u"charge\nvirale"_s << u"charge\nvirale"_s;
    QTest::newRow("a clinic") << u"Rendez-vous en oncologie à 9 h"_s << u"oncologie"_s;
    QTest::newRow("a clinic of one illness") << u"à l'hôpital de jour"_s << u"hôpital de jour"_s;
    QTest::newRow("English") << u"Your chemotherapy is on Monday"_s << u"chemotherapy"_s;
    QTest::newRow("English, two words") << u"your viral load result"_s << u"viral load"_s;
    QTest::newRow("an abbreviation") << u"AIDS clinic"_s << u"AIDS"_s;
    QTest::newRow("elided article") << u"Contrôle de l’hépatite B"_s << u"hépatite"_s;
    QTest::newRow("accents as separate marks") << u"de\u0301pistage"_s << u"de\u0301pistage"_s;
}

void PrivacyRulesTest::findsWhatGivesAway()
{
    QFETCH(QString, text);
    const QList<SensitiveWords> found = sensitiveWords(text);
    QCOMPARE(found.size(), 1);
    QTEST(found.constFirst().words, "words");
}

void PrivacyRulesTest::leavesEverydayWordsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("an appointment")
        << u"Hôpital Général de Douala : rendez-vous lundi 23 novembre à 09:30, cardiologie."_s;
    QTest::newRow("medication") << u"N'oubliez pas votre traitement de 8 heures."_s;
    QTest::newRow("results") << u"Vos résultats d'analyse sont prêts. Passez à l'accueil."_s;
    QTest::newRow("English verb") << u"This aids us to prepare your visit"_s;
    QTest::newRow("part of another word") << u"Sidaka, Violette et Galerie"_s;
    QTest::newRow("English") << u"Your results are ready. Please come to the reception."_s;
}

void PrivacyRulesTest::leavesEverydayWordsAlone()
{
    QFETCH(QString, text);
    QCOMPARE(sensitiveWords(text), QList<SensitiveWords>());
}

void PrivacyRulesTest::findsThePatientsOwnCondition()
{
    const QString text = u"Apportez votre carnet d'asthme et de suivi"_s;
    QCOMPARE(sensitiveWords(text), QList<SensitiveWords>());
    const QList<SensitiveWords> found = sensitiveWords(text, u"Asthme, suivi");
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().words, u"asthme"_s);
}

void PrivacyRulesTest::letsEverydayRemindersPass()
{
    for (const QStringView text : harmless) {
        const QList<SensitiveWords> found = sensitiveWords(text);
        QVERIFY2(found.isEmpty(), qPrintable(text.toString() + u" : "_s + found.value(0).words));
    }
}

void PrivacyRulesTest::findsWhatTells()
{
    for (const Telling &row : telling) {
        const QList<SensitiveWords> found = sensitiveWords(row.text);
        QVERIFY2(!found.isEmpty(), qPrintable(row.text.toString()));
        QCOMPARE(found.constFirst().words, row.words.toString());
    }
}

void PrivacyRulesTest::ignoresWhatConditionsSayBesideTheIllness()
{
    for (const QStringView condition :
        {u"Rendez-vous de contrôle après chirurgie", u"Suivi de routine, bilan normal, traitement le matin",
            u"Follow-up visit after two weeks, routine checkup", u"Bonne santé générale, vaccin de l'enfant"}) {
        for (const QStringView text : harmless) {
            if (text.contains(u"chirurgie"))
                continue;
            const QList<SensitiveWords> found = sensitiveWords(text, condition);
            QVERIFY2(found.isEmpty(),
                qPrintable(condition.toString() + u" | "_s + text.toString() + u" : "_s + found.value(0).words));
        }
    }
}

void PrivacyRulesTest::takesNoNameForAnIllness()
{
    const QString text = u"Bonjour Marie Sida, rendez-vous demain"_s;
    QCOMPARE(sensitiveWords(text).size(), 1);
    QCOMPARE(sensitiveWords(text, {}, u"Marie Sida"), QList<SensitiveWords>());
    QCOMPARE(sensitiveWords(text, u"Asthme", u"Marie Sidonie").size(), 1);
}

void PrivacyRulesTest::saysWhereItStands()
{
    const QList<SensitiveWords> expected{{u"Cancer"_s, 0}, {u"dialyse"_s, 11}};
    QCOMPARE(sensitiveWords(u"Cancer, ou dialyse"), expected);
}

QTEST_GUILESS_MAIN(PrivacyRulesTest)
#include "tst_privacyrules.moc"
