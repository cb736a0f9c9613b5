#include "app/domain/privacyrules.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

class PrivacyRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatGivesAway_data();
    void findsWhatGivesAway();
    void leavesEverydayWordsAlone_data();
    void leavesEverydayWordsAlone();
    void findsThePatientsOwnCondition();
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

void PrivacyRulesTest::saysWhereItStands()
{
    const QList<SensitiveWords> expected{{u"Cancer"_s, 0}, {u"dialyse"_s, 11}};
    QCOMPARE(sensitiveWords(u"Cancer, ou dialyse"), expected);
}

QTEST_GUILESS_MAIN(PrivacyRulesTest)
#include "tst_privacyrules.moc"
