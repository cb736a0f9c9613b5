#include "ui/settings/testrow.h"

#include "app/services/testmessageservice.h"
#include "ui/background.h"
#include "ui/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

TestRow::TestRow(const PageContext &context, Channel channel, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_channel(channel)
    , m_recipient(new TextLine)
    , m_field(new Field(m_recipient))
    , m_button(new Button(Button::Second))
    , m_answer(new Banner(Tone::Info))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::gap);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::gap);
    setObjectName(u"test_"_s + channelTable.key(channel));
    m_recipient->setObjectName(u"testRecipient"_s);
    m_recipient->setSymbol(channel == Channel::Email ? Icon::Mail : Icon::Smartphone);
    m_button->setObjectName(u"sendTest"_s);
    m_button->setSymbol(Icon::Send);
    m_answer->setObjectName(u"testAnswer"_s);
    line->addWidget(m_field, 1);
    line->addWidget(m_button, 0, Qt::AlignBottom);
    rows->addLayout(line);
    m_answer->hide();
    rows->addWidget(m_answer);
    connect(m_button, &QPushButton::clicked, this, &TestRow::wanted);
    connect(m_recipient, &QLineEdit::returnPressed, this, &TestRow::wanted);
}

void TestRow::send()
{
    m_field->setError(m_recipient->text().trimmed().isEmpty() ? fieldErrorText({{}, u"required"_s}) : QString());
    if (m_recipient->text().trimmed().isEmpty()) {
        m_recipient->setFocus();
        return;
    }
    m_answer->hide();
    m_button->setBusy(true, tr("Sending…"));
    inBackground(
        this,
        [tests = &m_context.services.testMessages, who = m_context.session, channel = m_channel,
            recipient = m_recipient->text().trimmed(), subject = tr("Test from Accueil"),
            text = tr("This is a test from Accueil. It works.")] {
            return tests->send(who, channel, recipient, subject, text);
        },
        [this](const Result<SendReport> &answer) { answered(answer); });
}

void TestRow::answered(const Result<SendReport> &answer)
{
    m_button->setBusy(false);
    if (!answer) {
        FieldGroup fields;
        for (const QString &name : {u"recipient"_s, u"phone_number"_s, u"email"_s})
            fields.add(name, m_field);
        const QStringList others = fields.show(answer.error());
        m_answer->setTone(Tone::Danger);
        m_answer->setWords(others.join(u' '));
        m_answer->setVisible(!others.isEmpty());
        return;
    }
    const QString detail = reasonText(answer->reason)
        + (answer->providerCode.isEmpty() ? QString() : u" ("_s + answer->providerCode + u')');
    switch (answer->outcome) {
    case SendOutcome::Accepted:
        m_answer->setTone(Tone::Success);
        m_answer->setWords(tr("The provider took the test"), tr("Please look whether it arrives."));
        break;
    case SendOutcome::NotConfigured:
        m_answer->setTone(Tone::Warning);
        m_answer->setWords(tr("Not sent: this channel is not set up yet"), tr("Please fill in the fields above."));
        break;
    case SendOutcome::Unknown:
        m_answer->setTone(Tone::Warning);
        m_answer->setWords(tr("Nobody knows whether it left"), detail);
        break;
    case SendOutcome::Refused:
    case SendOutcome::Deferred:
        m_answer->setTone(Tone::Danger);
        m_answer->setWords(tr("The test was not sent"), detail);
        break;
    }
    m_answer->show();
}

void TestRow::retranslate()
{
    m_field->setLabel(m_channel == Channel::Email ? tr("Send a test to this &address")
            : m_channel == Channel::Ivr           ? tr("Make a test call to this &number")
                                                  : tr("Send a test to this &number"));
    m_button->setText(m_channel == Channel::Ivr ? tr("Call as a &test") : tr("Send a &test"));
}

} // namespace accueil
