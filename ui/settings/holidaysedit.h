#pragma once

#include <QDate>
#include <QPlainTextEdit>

namespace accueil {

// Days on which nothing is sent, one a line, as 25/12/2026 or 2026-12-25. A line that is no day becomes one that is
// none, for the service to refuse, and can be named.
class HolidaysEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit HolidaysEdit(QWidget *parent = nullptr);

    void setDays(const QList<QDate> &days);
    QList<QDate> days() const;
    QString wrongLine() const; // the first that is no day; empty: there is none

Q_SIGNALS:
    void left(); // by the focus: nobody types here any more

protected:
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace accueil
