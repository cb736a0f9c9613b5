#include "ui/widgets/field.h"

#include "ui/errortext.h"
#include "ui/icons/icon.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/type.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textline.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace accueil {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *namedByField = "namedByField";

}

void markWrong(QWidget *control, bool wrong)
{
    if (control->property("wrong").toBool() == wrong)
        return;
    control->setProperty("wrong", wrong);
    control->style()->unpolish(control); // the style sheet reads properties only then
    control->style()->polish(control);
    control->update();
}

Field::Field(QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_line(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_label(new QLabel)
    , m_hint(new QLabel)
    , m_note(new NoteLine)
    , m_control(control)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::labelGap);
    m_label->setFont(fontFor(TextRole::Label));
    m_label->setBuddy(control);
    m_hint->setFont(fontFor(TextRole::Small));
    m_hint->setProperty("ink", u"muted"_s);
    m_hint->hide();
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // it makes no form wider
    m_line->addWidget(m_label);
    m_line->addWidget(m_hint, 1);
    column->addLayout(m_line);
    column->addWidget(control);
    column->addWidget(m_note);
    m_note->hide();
    setFocusProxy(control);
}

void Field::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    if (label.isEmpty())
        return; // the control has a name of its own
    const QString plain = QString(label).remove(u'&');
    const QString spoken = m_hint->text().isEmpty() ? plain : u"%1, %2"_s.arg(plain, m_hint->text());
    m_control->setAccessibleName(spoken);
    // What has the focus inside a composed control (the line of a list box, the date beside a time) speaks the same.
    for (QWidget *inner : m_control->findChildren<QWidget *>()) {
        if (inner->focusPolicy() != Qt::NoFocus
            && (inner->accessibleName().isEmpty() || inner->property(namedByField).toBool())) {
            inner->setProperty(namedByField, true);
            inner->setAccessibleName(spoken);
        }
    }
}

QString Field::label() const
{
    return m_label->text().remove(u'&');
}

void Field::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setLabel(m_label->text());
    placeHint();
}

void Field::placeHint()
{
    const int words = QFontMetrics(m_label->font()).horizontalAdvance(label()) + metrics::gap
        + QFontMetrics(m_hint->font()).horizontalAdvance(m_hint->text());
    const bool beside = words <= width();
    m_hint->setWordWrap(!beside);
    m_line->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_line->setSpacing(beside ? metrics::gap : 0);
}

void Field::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHint();
}

void Field::setError(const QString &error)
{
    m_error = error;
    markWrong(m_control, !error.isEmpty());
    m_control->setAccessibleDescription(error);
    if (!error.isEmpty())
        m_note->show(error, NoteLine::Wrong);
    else if (!m_lockReason.isEmpty())
        m_note->show(m_lockReason, NoteLine::Locked);
    else
        m_note->hide();
}

void Field::setGood(bool good)
{
    if (auto *line = as<TextLine>())
        line->setGood(good);
}

void Field::setLocked(const QString &reason)
{
    m_lockReason = reason;
    m_control->setEnabled(reason.isEmpty());
    setError(m_error);
    if (!reason.isEmpty())
        m_control->setAccessibleDescription(reason);
}

void FieldGroup::add(const QString &wireName, Field *field)
{
    m_fields.append({wireName, field});
}

void FieldGroup::clear()
{
    for (const auto &[name, field] : m_fields) {
        if (field)
            field->setError({});
    }
}

QStringList FieldGroup::show(const Error &error)
{
    clear();
    QStringList others;
    if (error.fields.isEmpty())
        others.append(errorText(error));
    for (const FieldError &wrong : error.fields) {
        const auto place = std::find_if(m_fields.begin(), m_fields.end(),
            [&](const auto &entry) { return entry.first == wrong.field && entry.second; });
        if (place == m_fields.end())
            others.append(fieldErrorText(wrong));
        else if (place->second->error().isEmpty())
            place->second->setError(fieldErrorText(wrong));
    }
    focusFirstWrong();
    return others;
}

void FieldGroup::focusFirstWrong()
{
    for (const auto &[name, field] : std::as_const(m_fields)) {
        if (field && !field->error().isEmpty()) {
            field->control()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

QStringList FieldGroup::wrongLabels() const
{
    QStringList labels;
    for (const auto &[name, field] : m_fields) {
        if (field && !field->error().isEmpty())
            labels.append(field->label());
    }
    return labels;
}

} // namespace accueil
