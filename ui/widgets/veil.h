#pragma once

#include <QPointer>
#include <QWidget>

namespace accueil {

// Darkens the window under a dialog, with the dialog's shadow on it. As large as its parent.
class Veil : public QWidget
{
    Q_OBJECT
public:
    Veil(QWidget *window, QWidget *dialog);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QPointer<QWidget> m_dialog;
};

} // namespace accueil
