#include "ui/settings/quiethoursedit.h"

#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTimeEdit>

namespace accueil {

using namespace Qt::StringLiterals;

QuietHoursEdit::QuietHoursEdit(QWidget *parent)
    : QWidget(parent)
    , m_on(new QCheckBox)
    , m_from(new QTimeEdit)
    , m_until(new QLabel)
    , m_to(new QTimeEdit)
{
    m_on->setObjectName(u"quietOn"_s);
    m_from->setObjectName(u"quietFrom"_s);
    m_to->setObjectName(u"quietUntil"_s);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::gap);
    line->addWidget(m_on);
    line->addWidget(m_from);
    line->addWidget(m_until);
    line->addWidget(m_to);
    line->addStretch();
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"HH:mm"_s);
        connect(edit, &QTimeEdit::timeChanged, this, &QuietHoursEdit::edited);
    }
    connect(m_on, &QCheckBox::clicked, this, [this] {
        showState();
        Q_EMIT edited();
    });
    setFocusProxy(m_on);
    setHours(QuietHours());
}

void QuietHoursEdit::setHours(const std::optional<QuietHours> &hours)
{
    const QSignalBlocker quiet(this);
    m_on->setChecked(hours.has_value());
    m_from->setTime(hours.value_or(QuietHours()).from);
    m_to->setTime(hours.value_or(QuietHours()).until);
    showState();
}

std::optional<QuietHours> QuietHoursEdit::hours() const
{
    return m_on->isChecked() ? std::optional(QuietHours{m_from->time(), m_to->time()}) : std::nullopt;
}

void QuietHoursEdit::showState()
{
    m_from->setEnabled(m_on->isChecked());
    m_to->setEnabled(m_on->isChecked());
}

void QuietHoursEdit::retranslate()
{
    m_on->setText(tr("Nothing is sent from"));
    m_on->setAccessibleName(tr("Quiet hours"));
    m_until->setText(tr("until", "a time"));
    m_from->setAccessibleName(tr("Quiet hours begin"));
    m_to->setAccessibleName(tr("Quiet hours end"));
}

} // namespace accueil
