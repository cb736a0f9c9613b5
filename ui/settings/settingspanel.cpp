#include "ui/settings/settingspanel.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/listbox.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 760;
constexpr int largeText = 150; // per cent of the designed size

// The names under which operators fix a value (product.md section 3).
QString environmentName(const QString &path)
{
    static const QMap<QString, QString> names{
        {u"twilio.accountSid"_s, u"TWILIO_ACCOUNT_SID"_s},
        {u"twilio.authToken"_s, u"TWILIO_AUTH_TOKEN"_s},
        {u"twilio.phoneNumber"_s, u"TWILIO_PHONE_NUMBER"_s},
        {u"twilio.baseUrl"_s, u"TWILIO_BASE_URL"_s},
        {u"twilio.messagingServiceSid"_s, u"TWILIO_MESSAGING_SERVICE_SID"_s},
        {u"twilio.receives"_s, u"TWILIO_SENDER_RECEIVES"_s},
        {u"twilio.unicode"_s, u"TWILIO_SENDER_UNICODE"_s},
        {u"publicUrl"_s, u"ACCUEIL_PUBLIC_URL"_s},
        {u"audioUrl"_s, u"ACCUEIL_AUDIO_URL"_s},
        {u"deskPhone"_s, u"ACCUEIL_DESK_PHONE"_s},
        {u"consentPolicy"_s, u"ACCUEIL_CONSENT_POLICY"_s},
        {u"delivery.quietHours"_s, u"ACCUEIL_QUIET_HOURS"_s},
        {u"delivery.holidays"_s, u"ACCUEIL_HOLIDAYS"_s},
        {u"delivery.dailyLimit"_s, u"ACCUEIL_DAILY_LIMIT"_s},
        {u"delivery.retryDelays"_s, u"ACCUEIL_RETRY_SECONDS"_s},
        {u"delivery.reconcileInterval"_s, u"ACCUEIL_RECONCILE_SECONDS"_s},
        {u"delivery.sendRate"_s, u"ACCUEIL_SEND_RATE"_s},
        {u"delivery.lateLimit"_s, u"ACCUEIL_LATE_LIMIT"_s},
        {u"smsCost.monthlyBudget"_s, u"ACCUEIL_MONTHLY_BUDGET"_s},
        {u"privacyCheck"_s, u"ACCUEIL_PRIVACY_CHECK"_s},
        {u"smallestGroup"_s, u"ACCUEIL_SMALLEST_GROUP"_s},
        {u"smtp.host"_s, u"SMTP_HOST"_s},
        {u"smtp.port"_s, u"SMTP_PORT"_s},
        {u"smtp.user"_s, u"SMTP_USER"_s},
        {u"smtp.password"_s, u"SMTP_PASS"_s},
        {u"smtp.sender"_s, u"SMTP_FROM"_s},
        {u"smtp.security"_s, u"SMTP_TLS"_s},
    };
    return names.value(path, path);
}

} // namespace

SettingsPanel::SettingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    m_content->setSpacing(metrics::fieldGap);
    setMaximumWidth(metrics::withText(widest));
}

Field *SettingsPanel::addField(const QString &path, QWidget *control)
{
    control->setObjectName(path);
    auto *field = new Field(control);
    m_group.add(path, field);
    m_paths.append({path, field});
    watch(control);
    return field;
}

void SettingsPanel::addBeside(std::initializer_list<Field *> fields, Qt::Alignment alignment)
{
    const bool isLarge = metrics::withText(100) > largeText;
    auto *row = new QBoxLayout(isLarge ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    row->setSpacing(isLarge ? metrics::fieldGap : metrics::cardGap);
    for (Field *field : fields)
        row->addWidget(field, 1, isLarge ? Qt::Alignment() : alignment);
    m_content->addLayout(row);
}

void SettingsPanel::watch(QWidget *control)
{
    if (auto *line = qobject_cast<QLineEdit *>(control))
        connect(line, &QLineEdit::textEdited, this, &SettingsPanel::edited);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(control))
        connect(text, &QPlainTextEdit::textChanged, this, &SettingsPanel::edited);
    else if (auto *list = qobject_cast<ListBox *>(control))
        connect(list, &QComboBox::activated, this, &SettingsPanel::edited);
    else if (auto *choice = qobject_cast<Segmented *>(control))
        connect(choice, &Segmented::chosen, this, &SettingsPanel::edited);
    else if (auto *number = qobject_cast<QSpinBox *>(control))
        connect(number, &QSpinBox::valueChanged, this, &SettingsPanel::edited);
    else if (auto *box = qobject_cast<QCheckBox *>(control))
        connect(box, &QCheckBox::clicked, this, &SettingsPanel::edited);
}

void SettingsPanel::lock(const QSet<QString> &paths)
{
    for (const auto &[path, field] : std::as_const(m_paths)) {
        if (paths.contains(path))
            field->setLocked(tr("Fixed where the program was started (%1).").arg(environmentName(path)));
    }
}

} // namespace accueil
