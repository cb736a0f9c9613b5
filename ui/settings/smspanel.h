#pragma once

#include "ui/settings/settingspanel.h"
#include "ui/settings/testrow.h"

#include <QTimer>

namespace accueil {

class Banner;
class Segmented;
struct MessageTemplate;

// Twilio: account, token, sender and what it can do; what a message costs and how long it may be; and a test.
class SmsPanel final : public SettingsPanel
{
    Q_OBJECT
public:
    explicit SmsPanel(const PageContext &context, QWidget *parent = nullptr);
    void read(const HospitalSettings &settings) override;
    void write(HospitalSettings &settings) const override;
    void retranslate() override;
    TestRow *test() const { return m_test; }

private:
    void checkTemplates(); // whether the sender as it is shown receives what they ask for
    void showAsking(const QList<MessageTemplate> &templates);

    PageContext m_context;
    QTimer m_soon;
    int m_question = 0; // answers to earlier ones are dropped
    TextLine *m_sid;
    TextLine *m_token;
    TextLine *m_number;
    TextLine *m_service;
    Segmented *m_receives;
    Segmented *m_letters;
    TextLine *m_baseUrl;
    TextLine *m_price;
    TextLine *m_currency;
    TextLine *m_limit;
    Field *m_sidField;
    Field *m_tokenField;
    Field *m_numberField;
    Field *m_serviceField;
    Field *m_receivesField;
    Field *m_lettersField;
    Field *m_baseUrlField;
    Field *m_priceField;
    Field *m_currencyField;
    Field *m_limitField;
    Banner *m_asking;
    TestRow *m_test;
};

} // namespace accueil
