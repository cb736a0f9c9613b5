#pragma once

#include "ui/icons/icon.h"

#include <QPushButton>
#include <QVariant>

class QMenu;

namespace accueil {

// One filter above a list: shows its name, or the chosen value and a cross that lets it go again (also with Delete or
// Backspace). Press opens the values.
//   ward->setName(tr("Ward"));  ward->setChoices({{u"Maternité"_s, u"Maternité"_s}, ...});
//   connect(ward, &FilterChip::chosen, ...);   ward->value() is invalid when nothing is chosen
class FilterChip : public QPushButton
{
    Q_OBJECT
public:
    struct Choice
    {
        QString text;
        QVariant value;
    };
    explicit FilterChip(QWidget *parent = nullptr);

    void setName(const QString &name);
    void setSymbol(Icon icon);
    void setChoices(const QList<Choice> &choices); // keeps the chosen value when it is still there
    void setValue(const QVariant &value);
    QVariant value() const { return m_value; }
    void clear() { setValue({}); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const QVariant &value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();
    QString shownText() const;
    bool isSet() const { return m_value.isValid(); }

    QString m_name;
    Icon m_symbol = Icon::None;
    QList<Choice> m_choices;
    QVariant m_value;
};

} // namespace accueil
