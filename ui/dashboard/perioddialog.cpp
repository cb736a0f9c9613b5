#include "ui/dashboard/perioddialog.h"

#include "ui/records/calendaredit.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

PeriodDialog::PeriodDialog(const Period &period, const QDate &today, QWidget *parent)
    : DialogFrame(parent, metrics::narrowDialog)
    , m_first(new CalendarEdit(u"dd/MM/yyyy"_s))
    , m_last(new CalendarEdit(u"dd/MM/yyyy"_s))
    , m_firstField(new Field(m_first))
    , m_lastField(new Field(m_last))
    , m_take(new Button(Button::Main))
{
    m_first->setObjectName(u"firstDay"_s);
    m_last->setObjectName(u"lastDay"_s);
    m_take->setObjectName(u"takePeriod"_s);
    for (CalendarEdit *edit : {m_first, m_last})
        edit->setMaximumDate(today);
    m_first->setDate(period.first);
    m_last->setDate(period.last);
    body()->setSpacing(metrics::fieldGap);
    body()->addWidget(m_firstField);
    body()->addWidget(m_lastField);
    m_take->setKeys(QKeySequence(u"Ctrl+S"_s));
    addFooterButton(m_take);
    connect(m_take, &QAbstractButton::clicked, this, &PeriodDialog::take);
}

void PeriodDialog::take()
{
    if (m_first->date() > m_last->date()) {
        m_firstField->setError(tr("The first day is after the last one"));
        m_first->setFocus();
        return;
    }
    Q_EMIT chosen({m_first->date(), m_last->date()});
    accept();
}

void PeriodDialog::retranslate()
{
    setTitle(tr("Period"));
    m_firstField->setLabel(tr("&First day"));
    m_lastField->setLabel(tr("&Last day"));
    m_lastField->setHint(tr("included"));
    m_take->setText(tr("&Show this period"));
}

} // namespace accueil
