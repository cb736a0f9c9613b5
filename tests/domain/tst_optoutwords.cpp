#include "app/domain/optoutwords.h"

#include <QtTest>

using namespace accueil;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<accueil::ReplyWord>)

class OptOutWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understandsOneWord_data();
    void understandsOneWord();
    void leavesSentencesAlone_data();
    void leavesSentencesAlone();
};

void OptOutWordsTest::understandsOneWord_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<std::optional<ReplyWord>>("meaning");
    using enum ReplyWord;
    const auto add = [](ReplyWord meaning, const QStringList &messages) {
        for (const QString &message : messages)
            QTest::newRow(qPrintable(message)) << message << std::optional(meaning);
    };
    add(Stop,
        {u"STOP"_s, u"STOPALL"_s, u"UNSUBSCRIBE"_s, u"END"_s, u"QUIT"_s, u"ARRET"_s, u"ARRÊT"_s, u"DESABONNER"_s,
            u"stop"_s, u"  Stop ! "_s, u"«STOP»"_s, u"arre\u0302t."_s, u"Désabonner"_s, u"Stop all"_s, u"STOP STOP"_s,
            u"stop svp"_s, u"STOP, s'il vous plaît"_s, u"please stop"_s, u"ＳＴＯＰ"_s, u"stop\r\n"_s, u"Stop 🛑"_s,
            u"STOP SMS"_s, u"Arrêt des messages svp"_s, u"Stop vos rappels !"_s, u"Unsubscribe me"_s,
            u"Désabonner-moi"_s});
    add(Start, {u"START"_s, u"unstop"_s, u"Oui-début"_s, u"OUI DEBUT"_s});
    add(Confirm,
        {u"1"_s, u"OUI"_s, u"yes"_s, u"Ok"_s, u"CONFIRMER"_s, u"Confirm."_s, u"Oui, merci !"_s, u"1️⃣"_s, u"OK👍"_s,
            u"oui oui"_s});
    add(Cancel, {u"2"_s, u"NON"_s, u"no"_s, u"ANNULER"_s, u"CANCEL"_s, u"Non merci"_s, u"2)"_s});
}

void OptOutWordsTest::understandsOneWord()
{
    QFETCH(QString, message);
    QTEST(replyWord(message), "meaning");
}

void OptOutWordsTest::leavesSentencesAlone_data()
{
    QTest::addColumn<QString>("message");
    const QStringList messages{u""_s, u"   "_s, u"?!"_s, u"merci"_s, u"👍"_s, u"Je ne peux pas stopper le traitement"_s,
        u"Non stop"_s, u"Oui mais à 10 h"_s, u"12"_s, u"1 2"_s, u"Le stop de bus est loin"_s, u"no end"_s,
        u"ok je viens"_s, u"stop the pain please doctor"_s, u"The end of my treatment"_s, u"21"_s, u"1.5"_s,
        u"messages"_s, u"oui les messages"_s, u"stop les douleurs"_s, u"arrêt de bus"_s};
    for (const QString &message : messages)
        QTest::newRow(qPrintable(message)) << message;
}

void OptOutWordsTest::leavesSentencesAlone()
{
    QFETCH(QString, message);
    QVERIFY(!replyWord(message));
}

QTEST_APPLESS_MAIN(OptOutWordsTest)
#include "tst_optoutwords.moc"
