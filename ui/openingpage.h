#pragma once

#include <QWidget>

namespace accueil {

class StateView;

// What is up while the store is being opened, and when it cannot be.
class OpeningPage : public QWidget
{
    Q_OBJECT
public:
    explicit OpeningPage(QWidget *parent = nullptr);
    void showProblem(const QString &problem, const QString &where);

Q_SIGNALS:
    void retry();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    StateView *m_state;
};

} // namespace accueil
