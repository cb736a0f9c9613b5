#pragma once

#include <QWidget>

class QLabel;
class QBoxLayout;
class QVBoxLayout;

namespace accueil {

// One part of the first run: its name and a hint at the left, its fields at the right, a line above.
class Section : public QWidget
{
    Q_OBJECT
public:
    explicit Section(QWidget *parent = nullptr);

    virtual bool isComplete() const = 0;
    QString title() const;

Q_SIGNALS:
    void changed(); // whether it is complete may be different now

protected:
    QVBoxLayout *content() const { return m_content; }
    void setWords(const QString &title, const QString &hint);
    virtual void retranslate() = 0;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_hint;
    QVBoxLayout *m_content;
    QBoxLayout *m_columns;
    bool m_translated = false;
};

} // namespace accueil
