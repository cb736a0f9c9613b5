#include "app/domain/consent.h"

#include <QtTest>

using namespace accueil;

Q_DECLARE_METATYPE(accueil::Consent)

class ConsentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksWhatThePatientSaid_data()
    {
        QTest::addColumn<Consent>("consent");
        QTest::addColumn<Purpose>("purpose");
        QTest::addColumn<ConsentPolicy>("policy");
        QTest::addColumn<bool>("allowed");
        const auto said = [](Purpose purpose, ConsentState state) { return Consent{{{Channel::Sms, purpose}, state}}; };
        using enum ConsentPolicy;
        for (const auto &row : purposeTable.rows) {
            const QByteArray purpose = row.key.toLatin1();
            for (const ConsentPolicy policy : {Assumed, Required}) {
                const QByteArray name = purpose + ' ' + consentPolicyTable.key(policy).toLatin1();
                QTest::addRow("%s granted", name.constData())
                    << said(row.value, ConsentState::Granted) << row.value << policy << true;
                QTest::addRow("%s refused", name.constData())
                    << said(row.value, ConsentState::Refused) << row.value << policy << false;
            }
            QTest::addRow("%s unknown, assumed", purpose.constData())
                << Consent() << row.value << Assumed << (row.value != Purpose::Survey);
            QTest::addRow("%s unknown, required", purpose.constData()) << Consent() << row.value << Required << false;
        }
        QTest::newRow("another purpose") << said(Purpose::Results, ConsentState::Refused) << Purpose::Appointment
                                         << Assumed << true;
        QTest::newRow("another channel") << Consent{{{Channel::Email, Purpose::Survey}, ConsentState::Granted}}
                                         << Purpose::Survey << Assumed << false;
    }
    void asksWhatThePatientSaid()
    {
        QFETCH(Consent, consent);
        QFETCH(Purpose, purpose);
        QFETCH(ConsentPolicy, policy);
        QTEST(consentAllows(consent, Channel::Sms, purpose, policy), "allowed");
    }
};

QTEST_APPLESS_MAIN(ConsentTest)
#include "tst_consent.moc"
