#pragma once

#include "ui/icons/icon.h"

#include <QStackedLayout>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace accueil {

class Button;

// Wraps a list and shows in its place what there is to know: nothing yet (and what to do), loading (only after 200 ms,
// so that quick answers do not flicker), or an error with a retry.
//   auto *state = new StateView(table);  state->setEmpty(Icon::Bell, tr("No reminder"), tr("An appointment makes
//   one.")); state->setEmptyAction(tr("New reminder"));  state->showLoading(); ... state->showContent();
class StateView : public QWidget
{
    Q_OBJECT
public:
    explicit StateView(QWidget *content, QWidget *parent = nullptr);

    void setEmpty(Icon icon, const QString &title, const QString &text);
    void setEmptyAction(const QString &words); // empty: no button
    Button *emptyButton() const { return m_emptyButton; }
    void setLoadingWords(const QString &words);

    void showContent();
    void showEmpty();
    void showLoading();
    void showError(const QString &title, const QString &text);

    enum class State { Content, Empty, Loading, Error };
    State state() const { return m_state; }
    // Gives the focus to the list, or to what stands in its place; it comes back to the list together with it.
    void takeFocus();

Q_SIGNALS:
    void retry();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void present(State state);
    void turnTo(QWidget *page);

    State m_state = State::Content;
    QStackedLayout *m_stack;
    QWidget *m_content;
    QWidget *m_empty;
    QWidget *m_loading;
    QWidget *m_error;
    QLabel *m_emptyTitle;
    QLabel *m_emptyText;
    QLabel *m_errorTitle;
    QLabel *m_errorText;
    QLabel *m_loadingText;
    class IconLabel *m_emptyIcon;
    Button *m_emptyButton;
    Button *m_retry;
    QString m_loadingWords;
    QTimer m_patience;
};

} // namespace accueil
