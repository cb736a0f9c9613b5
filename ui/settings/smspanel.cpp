#include "ui/settings/smspanel.h"

#include "app/services/templateservice.h"
#include "ui/background.h"
#include "ui/records/money.h"
#include "ui/records/recordwords.h"
#include "ui/templates/templatemodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/textline.h"

#include <QIntValidator>

#include <chrono>

namespace accueil {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SmsPanel::SmsPanel(const PageContext &context, QWidget *parent)
    : SettingsPanel(parent)
    , m_context(context)
    , m_sid(new TextLine)
    , m_token(new TextLine)
    , m_number(new TextLine)
    , m_service(new TextLine)
    , m_receives(new Segmented)
    , m_letters(new Segmented)
    , m_baseUrl(new TextLine)
    , m_price(new TextLine)
    , m_currency(new TextLine)
    , m_limit(new TextLine)
    , m_sidField(addField(u"twilio.accountSid"_s, m_sid))
    , m_tokenField(addField(u"twilio.authToken"_s, m_token))
    , m_numberField(addField(u"twilio.phoneNumber"_s, m_number))
    , m_serviceField(addField(u"twilio.messagingServiceSid"_s, m_service))
    , m_receivesField(addField(u"twilio.receives"_s, m_receives))
    , m_lettersField(addField(u"twilio.unicode"_s, m_letters))
    , m_baseUrlField(addField(u"twilio.baseUrl"_s, m_baseUrl))
    , m_priceField(addField(u"smsCost.pricePerSegment"_s, m_price))
    , m_currencyField(addField(u"smsCost.currency"_s, m_currency))
    , m_limitField(addField(u"smsCost.segmentLimit"_s, m_limit))
    , m_asking(new Banner(Tone::Warning))
    , m_test(new TestRow(context, Channel::Sms))
{
    m_token->setPassword();
    for (Field *field :
        {m_sidField, m_tokenField, m_numberField, m_serviceField, m_receivesField, m_lettersField, m_baseUrlField})
        content()->addWidget(field);
    m_asking->setObjectName(u"templatesAskInVain"_s);
    m_asking->hide();
    content()->insertWidget(content()->indexOf(m_lettersField), m_asking);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &SmsPanel::checkTemplates);
    connect(this, &SettingsPanel::edited, &m_soon, qOverload<>(&QTimer::start));
    m_limit->setValidator(new QIntValidator(0, 99, m_limit)); // the service says what is allowed
    m_currency->setMaxLength(3);
    addBeside({m_priceField, m_currencyField, m_limitField}, Qt::AlignTop);
    content()->addWidget(m_test);
    content()->addStretch();
}

void SmsPanel::read(const HospitalSettings &settings)
{
    m_sid->setText(settings.twilio.accountSid);
    m_token->setText(settings.twilio.authToken);
    m_number->setText(settings.twilio.phoneNumber);
    m_service->setText(settings.twilio.messagingServiceSid);
    m_receives->setValue(static_cast<int>(settings.twilio.receives));
    m_letters->setValue(settings.twilio.unicode);
    m_baseUrl->setText(settings.twilio.baseUrl);
    m_price->setText(amountText(settings.smsCost.pricePerSegment));
    m_currency->setText(settings.smsCost.currency);
    m_limit->setText(QString::number(settings.smsCost.segmentLimit));
    checkTemplates();
}

void SmsPanel::checkTemplates()
{
    m_soon.stop();
    HospitalSettings shown;
    write(shown);
    const int question = ++m_question;
    inBackground(
        this,
        [templates = &m_context.services.templates, who = m_context.session, sender = shown.twilio] {
            return templates->askingInVain(who, sender);
        },
        [this, question](const Result<QList<MessageTemplate>> &answer) {
            if (question == m_question)
                showAsking(answer.value_or(QList<MessageTemplate>()));
        });
}

void SmsPanel::showAsking(const QList<MessageTemplate> &templates)
{
    QStringList names;
    for (const MessageTemplate &wording : templates)
        names << u"%1 (%2)"_s.arg(TemplateModel::nameText(wording.name), RecordWords::language(wording.language));
    m_asking->setWords(tr("Nobody would receive the replies that templates ask for"),
        tr("This sender receives none, and they are still sent as they are: %1. Change their words, or switch them "
           "off.")
            .arg(names.join(u", "_s)));
    m_asking->setVisible(!names.isEmpty());
}

void SmsPanel::write(HospitalSettings &settings) const
{
    settings.twilio.accountSid = m_sid->text().trimmed();
    settings.twilio.authToken = m_token->text().trimmed();
    settings.twilio.phoneNumber = m_number->text().trimmed();
    settings.twilio.messagingServiceSid = m_service->text().trimmed();
    settings.twilio.receives = static_cast<SenderReceives>(m_receives->value().toInt());
    settings.twilio.unicode = m_letters->value().toBool();
    settings.twilio.baseUrl = m_baseUrl->text().trimmed();
    settings.smsCost.pricePerSegment = amountOf(m_price->text());
    settings.smsCost.currency = m_currency->text().trimmed().toUpper();
    settings.smsCost.segmentLimit = m_limit->text().toInt();
}

void SmsPanel::retranslate()
{
    m_sidField->setLabel(tr("Twilio &account (SID)"));
    m_tokenField->setLabel(tr("Twilio t&oken"));
    m_tokenField->setHint(tr("stored encrypted"));
    m_numberField->setLabel(tr("Number or name of the s&ender"));
    m_numberField->setHint(tr("with its country code, as in +237670123456; a name cannot call"));
    m_serviceField->setLabel(tr("Messaging &Service (SID)"));
    m_serviceField->setHint(tr("if SMS leave through one"));
    m_receivesField->setLabel(tr("&Receives answers"));
    m_receives->setOptions({{tr("If it is a number"), static_cast<int>(SenderReceives::ByKind)},
        {tr("Yes"), static_cast<int>(SenderReceives::Yes)}, {tr("No"), static_cast<int>(SenderReceives::No)}});
    m_lettersField->setLabel(tr("Letters that it ta&kes"));
    m_letters->setOptions({{tr("All"), true}, {tr("Only those of an ordinary SMS"), false}});
    m_baseUrlField->setLabel(tr("&Web address of the provider"));
    m_priceField->setLabel(tr("&Price of a segment"));
    m_price->setPlaceholderText(tr("not known"));
    m_currencyField->setLabel(tr("C&urrency"));
    m_limitField->setLabel(tr("Se&gments at most"));
    m_test->retranslate();
    checkTemplates();
}

} // namespace accueil
